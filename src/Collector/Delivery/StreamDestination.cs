using Collector.Polling;
using Collector.Sources;
using Microsoft.Win32.SafeHandles;

namespace Collector.Delivery;

/// <summary>Writes to standard output, or appends to a file.</summary>
internal sealed class StreamDestination(DestinationOptions options, Action<string> log) : QueueingDestination(options, log)
{
    /// <summary>When to try again where no wait can tell.</summary>
    private const long Patience = 50;

    /// <summary>How long a reader may read nothing before that is worth a line.</summary>
    private const long StallTime = 30_000;

    private readonly bool _isFile = options.Scheme == DestinationScheme.File;
    private readonly OutputStream _stream = OutputStream.Create();
    private PollSet? _polled;
    private int _pollIndex;
    private bool _isOpen;
    private bool _isInTrouble;
    private bool _isFull;
    private bool _isClosed;
    private bool _isStallSaid;
    private long _fullSince = long.MaxValue;

    public override bool IsClosed => _isClosed;

    public override long NextDeadline =>
        _isClosed ? long.MaxValue
        : !_isOpen || _isInTrouble ? RetryAt
        : IsIdle ? long.MaxValue
        : !_isFull ? Now
        : !_stream.IsWatchable ? Now + Patience
        : _isStallSaid ? long.MaxValue
        : _fullSince + StallTime;

    protected override bool IsIdempotent => false;

    protected override bool IsOpen => _isOpen && !_isFull && !_isInTrouble && !_isClosed;

    public override void Pump(long now)
    {
        Now = now;
        PollEvents seen = _polled?.Seen(_pollIndex) ?? PollEvents.Unknown;
        _polled = null;
        if (_isClosed || ((!_isOpen || _isInTrouble) && now < RetryAt) || (!_isOpen && !Open()))
        {
            return;
        }

        if (_stream.IsReaderGone(seen))
        {
            EndStream();
            return;
        }

        if (_isFull && !_isStallSaid && now - _fullSince >= StallTime)
        {
            _isStallSaid = true;
            Report($"has not been read for {StallTime / 1000} s, {Waiting(LinesWaiting)}");
        }

        if (_isFull && _stream.IsWatchable && (seen & (PollEvents.Writable | PollEvents.Unknown)) == 0)
        {
            return;
        }

        bool wasFull = _isFull;
        _isFull = false;
        bool wasInTrouble = _isInTrouble;
        _isInTrouble = false;
        long waiting = LinesWaiting;
        SendWaiting();
        if (wasInTrouble && !_isInTrouble)
        {
            ReportOpened("open", "writes again", waiting);
            Backoff.Reset();
        }

        if (_isStallSaid && wasFull && !_isFull)
        {
            _isStallSaid = false;
            Report("is read again");
        }
    }

    public override void AddTo(PollSet set)
    {
        if (_isOpen && !_isClosed && !_isInTrouble && _stream.IsWatchable)
        {
            _polled = set;
            _pollIndex = _stream.AddTo(set, wantsToWrite: _isFull);
        }
    }

    public override void Close()
    {
        ReportUndelivered();
        _stream.Dispose();
        _isOpen = false;
    }

    protected override int Send(ReadOnlySpan<byte> bytes)
    {
        SocketStatus status = _stream.Write(bytes, out int taken);
        switch (status)
        {
            case SocketStatus.Closed:
                EndStream();
                break;
            case SocketStatus.Failed:
                _isInTrouble = true;
                Retry($"cannot write: {SystemError.Describe(_stream.Error)}");
                break;
            case SocketStatus.Pending:
                _fullSince = taken > 0 || _fullSince == long.MaxValue ? Now : _fullSince;
                _isFull = true;
                break;
            default:
                _fullSince = long.MaxValue;
                break;
        }

        return taken;
    }

    /// <summary>Nobody reads. A named pipe may be opened again by another reader; standard output never.</summary>
    private void EndStream()
    {
        if (!_isFile)
        {
            _isClosed = true;
            Say("standard output was closed by its reader");
            return;
        }

        _stream.Dispose();
        _isOpen = false;
        _isFull = false;
        TakeBack();
        Retry("the reader is gone");
    }

    private bool Open()
    {
        SocketStatus status = _isFile ? _stream.OpenFile(Options.Path) : _stream.OpenStandard(StandardStream.Output);
        _isOpen = status == SocketStatus.Done;
        if (!_isOpen)
        {
            Retry($"cannot open: {SystemError.Describe(_stream.Error)}");
        }
        else if (_isFile)
        {
            ReportOpened("open", "open again", LinesWaiting);
            if (!_stream.IsWatchable && EndsTorn(Options.Path))
            {
                _ = Send("\n"u8);
            }
        }

        return _isOpen;
    }

    /// <summary>
    /// Whether a full disk or a power cut left a line without an end: the first one of ours must not grow together
    /// with it.
    /// </summary>
    private static bool EndsTorn(string path)
    {
        try
        {
            using SafeFileHandle file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            Span<byte> last = stackalloc byte[1];
            long length = RandomAccess.GetLength(file);
            return length > 0 && RandomAccess.Read(file, last, length - 1) == 1 && last[0] != (byte)'\n';
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // What may be written and not read is written to as it is.
            return false;
        }
    }
}
