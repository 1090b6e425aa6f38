using Collector.Polling;
using Collector.Sources;

namespace Collector.Delivery;

/// <summary>Writes to standard output, or appends to a file.</summary>
internal sealed class StreamDestination(DestinationOptions options, Action<string> log) : QueueingDestination(options, log)
{
    /// <summary>When to try again where no wait can tell.</summary>
    private const long Patience = 50;

    private readonly bool _isFile = options.Scheme == DestinationScheme.File;
    private readonly OutputStream _stream = OutputStream.Create();
    private PollSet? _polled;
    private int _pollIndex;
    private bool _isOpen;
    private bool _isInTrouble;
    private bool _isFull;
    private bool _isClosed;

    public override bool IsClosed => _isClosed;

    public override long NextDeadline =>
        _isClosed ? long.MaxValue
        : !_isOpen || _isInTrouble ? RetryAt
        : IsIdle ? long.MaxValue
        : !_isFull ? Now
        : _stream.IsWatchable ? long.MaxValue
        : Now + Patience;

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

        if (_isFull && _stream.IsWatchable && (seen & (PollEvents.Writable | PollEvents.Unknown)) == 0)
        {
            return;
        }

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
                _isFull = true;
                break;
            default:
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
        }

        return _isOpen;
    }
}
