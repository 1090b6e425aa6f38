using System.Text;
using Collector.Delivery;
using Collector.Polling;

namespace Collector.Receiving;

/// <summary>
/// Standard output or error for lines that must not be lost: what the system does not take now waits here, and whoever
/// fills it stops to read meanwhile.
/// </summary>
internal sealed class LineOutput : IDisposable
{
    private const string Unread = "nobody reads it any more";

    private readonly OutputStream _stream = OutputStream.Create();
    private readonly bool _isTerminal;
    private byte[] _buffer = new byte[65536];
    private int _start;
    private int _end;
    private PollSet? _watched;
    private int _pollIndex;

    public LineOutput(StandardStream stream)
    {
        _isTerminal = stream == StandardStream.Output ? !Console.IsOutputRedirected : !Console.IsErrorRedirected;
        Name = stream == StandardStream.Output ? "standard output" : "standard error";
        IsClosed = _stream.OpenStandard(stream) != SocketStatus.Done;
        Error = IsClosed ? Collector.Sources.SystemError.Describe(_stream.Error) : "";
    }

    public string Name { get; }

    /// <summary>Whether nobody takes anything any more.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Why it is closed, in words.</summary>
    public string Error { get; private set; }

    public bool HasPending => _end > _start && !IsClosed;

    /// <summary>Whether a wait tells when there is room again.</summary>
    public bool IsWatchable => _stream.IsWatchable;

    /// <summary>Adds a line as it is, with an end if it has none; a terminal gets nothing that it would act on.</summary>
    public void Add(ReadOnlySpan<byte> line)
    {
        Span<byte> room = Reserve(line.Length + 1);
        line.CopyTo(room);
        int length = line.Length;
        if (line is not [.., (byte)'\n'])
        {
            room[length++] = (byte)'\n';
        }

        if (_isTerminal)
        {
            Disarm(room[..(length - 1)]);
        }

        _end += length;
    }

    /// <summary>Adds a line of text.</summary>
    public void Add(string line)
    {
        Encoding encoding = OperatingSystem.IsWindows() ? Console.OutputEncoding : Encoding.UTF8;
        Span<byte> room = Reserve(encoding.GetMaxByteCount(line.Length + 2));
        int length = encoding.GetBytes(line, room);
        _end += length + encoding.GetBytes(Environment.NewLine, room[length..]);
    }

    /// <summary>Hands over what the system takes now.</summary>
    public void Flush()
    {
        while (_end > _start && !IsClosed)
        {
            SocketStatus status = _stream.Write(_buffer.AsSpan(_start, _end - _start), out int taken);
            _start += taken;
            if (status is SocketStatus.Closed or SocketStatus.Failed)
            {
                IsClosed = true;
                Error = status == SocketStatus.Closed
                    ? Unread
                    : Collector.Sources.SystemError.Describe(_stream.Error);
            }

            if (status != SocketStatus.Done || taken == 0)
            {
                return;
            }
        }

        _start = 0;
        _end = 0;
    }

    public void AddTo(PollSet set)
    {
        if (_stream.IsWatchable)
        {
            _stream.AddTo(set, wantsToWrite: true);
        }
    }

    /// <summary>Has the next wait end when the reader leaves, where a wait can tell: <see cref="Look"/> then knows.</summary>
    public void Watch(PollSet set)
    {
        if (_stream.IsWatchable && !IsClosed)
        {
            _watched = set;
            _pollIndex = _stream.AddTo(set, wantsToWrite: false);
        }
    }

    /// <summary>Looks whether the last wait, if it watched, saw the reader leave.</summary>
    public void Look()
    {
        if (_watched is not null && _stream.IsReaderGone(_watched.Seen(_pollIndex)))
        {
            IsClosed = true;
            Error = Unread;
        }

        _watched = null;
    }

    public void Dispose() => _stream.Dispose();

    /// <summary>Replaces control characters, those of Latin 1 too, but for tabs and the return before a line's end.</summary>
    private static void Disarm(Span<byte> line)
    {
        const byte Stand = (byte)'?';
        for (int index = 0; index < line.Length; index++)
        {
            byte character = line[index];
            bool isControl = (character < 0x20 && character != '\t' && !(character == '\r' && index == line.Length - 1)) || character == 0x7F;
            if (character == 0xC2 && index + 1 < line.Length && line[index + 1] is >= 0x80 and < 0xA0)
            {
                line[index++] = Stand;
                isControl = true;
            }

            line[index] = isControl ? Stand : line[index];
        }
    }

    private Span<byte> Reserve(int bytes)
    {
        if (_start == _end)
        {
            _start = 0;
            _end = 0;
        }

        if (_buffer.Length - _end < bytes)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _end + bytes));
        }

        return _buffer.AsSpan(_end);
    }
}
