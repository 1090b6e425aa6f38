using Collector.Logging;
using Collector.Polling;
using Collector.Sources;
using Collector.Wire;
using Microsoft.Win32.SafeHandles;

namespace Collector.Delivery;

/// <summary>Writes to standard output, or appends to a file. What is not taken at once waits.</summary>
internal sealed class StreamDestination : Destination
{
    /// <summary>Between two looks at the clock no more than this is written, so that a long queue delays no tick.</summary>
    private const int MaxBurst = 512 * 1024;

    /// <summary>When to try again where no wait can tell.</summary>
    private const long Patience = 50;

    /// <summary>How long a reader may read nothing before that is worth a line.</summary>
    private const long StallTime = 30_000;

    private readonly bool _isFile;
    private readonly BatchQueue _queue;
    private readonly WaitingReports _reports;
    private readonly OutputStream _stream = OutputStream.Create();
    private readonly Backoff _backoff = new(Random.Shared);
    private PollSet? _polled;
    private int _pollIndex;
    private bool _isOpen;
    private bool _isInTrouble;
    private bool _isFull;
    private bool _isClosed;
    private bool _isStallSaid;
    private long _fullSince = long.MaxValue;
    private long _now;
    private long _retryAt;
    private long _lastStamp;
    private long _lostLines;

    public StreamDestination(DestinationOptions options, Log log, DeliverySettings settings)
        : base(options, log)
    {
        _isFile = options.Scheme == DestinationScheme.File;
        _queue = new(settings.QueueBytes);
        _reports = new(this, Log, $"{ByteSize.Format(settings.QueueBytes)} of lines wait already: from now on the oldest are dropped");
    }

    public override long LinesWaiting => _queue.WaitingLines;

    public override long LinesDropped => _queue.DroppedLines + _lostLines;

    public override bool IsClosed => _isClosed;

    public override long NextDeadline =>
        _isClosed ? long.MaxValue
        : !_isOpen || _isInTrouble ? _retryAt
        : IsIdle ? long.MaxValue
        : !_isFull ? _now
        : !_stream.IsWatchable ? _now + Patience
        : _isStallSaid ? long.MaxValue
        : _fullSince + StallTime;

    public override void Submit(long stamp)
    {
        WireWriter lines = Writer;
        if (lines.Lines == 0)
        {
            return;
        }

        _lastStamp = stamp;
        if (_isClosed)
        {
            _lostLines += lines.Lines;
            return;
        }

        int taken = _isOpen && !_isFull && !_isInTrouble && IsIdle ? Write(lines.Bytes) : 0;
        if (taken == lines.Length)
        {
            LinesSent += lines.Lines;
            return;
        }

        _queue.Append(lines.Bytes, lines.Lines, stamp).Offset = taken;
        _reports.Room(_queue.DroppedLines);
    }

    public override void Hasten() => _retryAt = 0;

    public override void Pump(long now)
    {
        _now = now;
        PollEvents seen = _polled?.Seen(_pollIndex) ?? PollEvents.Unknown;
        _polled = null;
        if (_isClosed || ((!_isOpen || _isInTrouble) && now < _retryAt) || (!_isOpen && !Open()))
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
            Log.Warning($"has not been read for {StallTime / 1000} s, {Waiting(LinesWaiting)}");
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
        WriteWaiting();
        if (wasInTrouble && !_isInTrouble)
        {
            _reports.Opened("open", "writes again", waiting, _queue.DroppedLines);
            _backoff.Reset();
        }

        if (_isStallSaid && wasFull && !_isFull)
        {
            _isStallSaid = false;
            Log.Information("is read again");
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

    public override void AddTo(ref DeliveryCounts counts)
    {
        base.AddTo(ref counts);
        long age = _queue.TryPeek(out Batch? oldest) ? _lastStamp - oldest.Stamp : 0;
        counts.WaitingSeconds = Math.Max(counts.WaitingSeconds, age);
        DeliveryError error = _isStallSaid && _reports.Error == DeliveryError.None ? DeliveryError.Stalled : _reports.Error;
        counts.LastError = Math.Max(counts.LastError, (int)error);
    }

    public override void Close()
    {
        ReportUndelivered();
        _stream.Dispose();
        _isOpen = false;
    }

    /// <summary>Writes as much as the system takes now. Failures are dealt with here.</summary>
    /// <returns>How many bytes were taken.</returns>
    private int Write(ReadOnlySpan<byte> bytes)
    {
        SocketStatus status = _stream.Write(bytes, out int taken);
        BytesSent += taken;
        switch (status)
        {
            case SocketStatus.Closed:
                EndStream();
                break;
            case SocketStatus.Failed:
                _isInTrouble = true;
                Retry(DeliveryError.Disk, $"cannot write: {SystemError.Describe(_stream.Error)}");
                break;
            case SocketStatus.Pending:
                _fullSince = taken > 0 || _fullSince == long.MaxValue ? _now : _fullSince;
                _isFull = true;
                break;
            default:
                _fullSince = long.MaxValue;
                break;
        }

        return taken;
    }

    private void WriteWaiting()
    {
        for (int burst = MaxBurst; burst > 0 && _queue.TryPeek(out Batch? batch);)
        {
            int taken = batch.Rest.IsEmpty ? 0 : Write(batch.Rest);
            batch.Offset += taken;
            burst -= taken;
            if (!batch.Rest.IsEmpty)
            {
                return;
            }

            LinesSent += batch.Lines;
            _queue.Remove();
        }

        if (IsIdle)
        {
            _reports.CaughtUp(_queue.DroppedLines);
        }
    }

    private void Retry(DeliveryError error, string trouble)
    {
        _retryAt = _now + _backoff.Next();
        _reports.Failed(error, trouble);
    }

    /// <summary>Nobody reads. A named pipe may be opened again by another reader; standard output never.</summary>
    private void EndStream()
    {
        if (!_isFile)
        {
            _isClosed = true;
            Log.Error("was closed by its reader");
            return;
        }

        _stream.Dispose();
        _isOpen = false;
        _isFull = false;
        _lostLines += _queue.SkipTorn() ? 1 : 0;
        Retry(DeliveryError.Closed, "the reader is gone");
    }

    private bool Open()
    {
        SocketStatus status = _isFile ? _stream.OpenFile(Options.Path) : _stream.OpenStandard(StandardStream.Output);
        _isOpen = status == SocketStatus.Done;
        if (!_isOpen)
        {
            Retry(DeliveryError.CannotConnect, $"cannot open: {SystemError.Describe(_stream.Error)}");
        }
        else if (_isFile)
        {
            _reports.Opened("open", "open again", LinesWaiting, _queue.DroppedLines);
            if (!_stream.IsWatchable && EndsTorn(Options.Path))
            {
                _ = Write("\n"u8);
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
