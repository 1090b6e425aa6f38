using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using Collector.Logging;
using Microsoft.Win32.SafeHandles;

namespace Collector.Delivery;

/// <summary>Where the lines for one destination wait on the disk.</summary>
/// <param name="path">The folder; it is there.</param>
/// <param name="options">The spool's.</param>
/// <param name="log">Takes a line for people.</param>
/// <param name="closed">Called when nobody uses it any more.</param>
internal sealed class SpoolFolder(string path, SpoolOptions options, Log log, Action? closed = null)
{
    private const string AcknowledgedName = "acknowledged";

    private const int NumberDigits = 10;

    /// <summary>What is read of a segment at a time. A line has 16 KiB at most.</summary>
    private const int BufferBytes = 64 * 1024;

    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>(BufferBytes, pinned: true);
    private readonly SegmentPath _path = new(path);
    private SafeFileHandle? _acknowledged;
    private long _lastNumber;
    private long _syncedAt = long.MinValue / 2;

    /// <summary>What belongs into one segment: dropping the oldest must not cost much of what there is.</summary>
    public int SegmentBytes { get; } = (int)Math.Clamp(options.Bytes / 32, 16 * 1024, 1024 * 1024);

    /// <summary>The segment up to which an earlier process knew everything to be acknowledged.</summary>
    public long AcknowledgedNumber { get; private set; }

    /// <summary>How many bytes of that segment were acknowledged.</summary>
    public long AcknowledgedOffset { get; private set; }

    /// <summary>Whether lines are to be on the disk itself at some time.</summary>
    public bool IsSynced => options.Sync is not null;

    public FileSegment CreateSegment() => new(_path, _buffer);

    /// <summary>A number that no segment has had.</summary>
    public long NextNumber() => ++_lastNumber;

    /// <summary>Reads through what an earlier process left; what is torn or damaged is dealt with and said.</summary>
    public IEnumerable<RecoveredSegment> Recover()
    {
        ReadAcknowledged();
        SegmentRecovery.Complete(path);
        foreach (long number in Directory.EnumerateFiles(path).Select(static file => SegmentPath.NumberOf(Path.GetFileName(file)))
            .OfType<long>().Order())
        {
            _lastNumber = Math.Max(_lastNumber, number);
            if (SegmentRecovery.Recover(Path.Combine(path, SegmentPath.NameOf(number)), number, log, Forget) is RecoveredSegment found)
            {
                yield return found;
            }
        }

        _lastNumber = Math.Max(_lastNumber, AcknowledgedNumber);
    }

    /// <summary>A segment is about to change, so places in it mean nothing any more. It costs nothing but sending again.</summary>
    private void Forget()
    {
        File.Delete(Path.Combine(path, AcknowledgedName));
        AcknowledgedNumber = 0;
        AcknowledgedOffset = 0;
    }

    /// <summary>Whether the policy wants what was written to be on the disk now; it is taken to be then.</summary>
    public bool IsSyncDue(long now)
    {
        if (options.Sync is not TimeSpan pause || now - _syncedAt < pause.TotalMilliseconds)
        {
            return false;
        }

        _syncedAt = now;
        return true;
    }

    /// <summary>Writes down up to where everything was acknowledged. That it may be lost costs nothing but sending again.</summary>
    public void Remember(long number, int offset)
    {
        StandardFormat digits = new('D', NumberDigits);
        Span<byte> text = stackalloc byte[(2 * NumberDigits) + 2];
        Utf8Formatter.TryFormat(number, text, out _, digits);
        text[NumberDigits] = (byte)' ';
        Utf8Formatter.TryFormat(offset, text[(NumberDigits + 1)..], out _, digits);
        text[^1] = (byte)'\n';
        try
        {
            _acknowledged ??= PrivateFile.Open(Path.Combine(path, AcknowledgedName), FileShare.Read | FileShare.Delete);
            RandomAccess.Write(_acknowledged, text, 0);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A full disk: the next process will send a little more than it has to.
        }
    }

    public void Close()
    {
        _acknowledged?.Dispose();
        closed?.Invoke();
    }

    private void ReadAcknowledged()
    {
        string file = Path.Combine(path, AcknowledgedName);
        string[] words = File.Exists(file) ? File.ReadAllText(file).Split((char[])[' ', '\n']) : [];
        if (words is [string number, string offset, ..]
            && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out long segment)
            && long.TryParse(offset, NumberStyles.None, CultureInfo.InvariantCulture, out long place))
        {
            AcknowledgedNumber = segment;
            AcknowledgedOffset = place;
        }
    }
}
