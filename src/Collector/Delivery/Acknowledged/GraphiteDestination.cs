using Collector.Polling;
using Collector.Wire;

namespace Collector.Delivery;

/// <summary>
/// Graphite lines over a stream. The protocol has no acknowledgement, and a write that succeeds is no delivery: so a
/// connection is ended from time to time, and the receiver's own end says that it has read everything. Until then lines
/// are kept, and sent again if a connection breaks; carbon keeps the last value of a time stamp, so nothing is doubled.
/// </summary>
internal sealed class GraphiteDestination : Destination
{
    /// <summary>Between two looks at the clock no more than this is sent, so that a long queue delays no tick.</summary>
    private const int MaxBurst = 512 * 1024;

    /// <summary>How long a receiver may take nothing.</summary>
    private const long StallTimeout = 30_000;

    /// <summary>After how long without an acknowledgement by the network the system fails a connection.</summary>
    private const long Patience = 10_000;

    /// <summary>When to try again where no wait can tell.</summary>
    private const long Pause = 100;

    /// <summary>A connection that stood this long shows that the receiver works; trouble after it is new trouble.</summary>
    private const long Lifetime = 10_000;

    /// <summary>What is kept after sending at the least where only time can tell: the system finds out about a dead peer by then.</summary>
    private const long ShortestRetention = 15_000;

    private readonly Connector _connector;
    private readonly AcknowledgementMode _mode;
    private readonly LineLog _log;
    private readonly SpoolFolder? _folder;
    private readonly Outbox _outbox;
    private readonly Pacer _pacer;
    private readonly DeliveryReports _reports;
    private readonly DrainingConnection _draining = new();
    private readonly Backoff _backoff = new(Random.Shared);
    private NetworkSocket? _socket;
    private Receiver? _receiver;
    private PollSet? _polled;
    private int _pollIndex;
    private long _now;
    private long _connectedAt;
    private long _retryAt;
    private long _releaseAt = long.MaxValue;
    private long _stalledSince = long.MaxValue;
    private long _reconnects;
    private bool _isDown;
    private bool _isInDoubt;
    private bool _hasSentBacklog;
    private bool _isEnding;
    private bool _isClosed;
    private long _undelivered;
    private long _kept;

    public GraphiteDestination(DestinationOptions options, PollSet set, Action<string> log, DeliverySettings settings)
        : base(options, log)
    {
        _connector = new(options, set, Patience);
        _mode = new(options);
        _folder = settings.Spool?.FolderFor(options);
        _log = new(
            LogLimits.Default with
            {
                MemoryBytes = settings.QueueBytes,
                DiskBytes = settings.Spool?.Options.Bytes ?? LogLimits.Default.DiskBytes,
                Age = settings.Spool?.Options.Age ?? LogLimits.Default.Age,
            },
            _folder);
        _outbox = new(_log, Math.Max((long)options.Replay.TotalMilliseconds, options.AcknowledgedByClose ? 0 : ShortestRetention));
        _pacer = new(options.Pace, settings.Interval);
        _reports = new(Report, _outbox, ByteSize.Format(settings.QueueBytes), _folder is null ? null : ByteSize.Format(settings.Spool!.Options.Bytes));
    }

    public override long LinesSent => _outbox.SentLines;

    public override long BytesSent => _outbox.SentBytes;

    public override long LinesDropped => _outbox.DroppedLines;

    public override long LinesWaiting => _outbox.WaitingLines;

    public override long LinesKept => _isClosed ? _kept
        : (_mode.IsByTime ? LinesWaiting : _outbox.OwedLines) - LinesUndelivered;

    public override long LinesUndelivered => _isClosed ? _undelivered
        : _log.CountInMemory(_mode.IsByTime ? _outbox.OldestWaiting : _outbox.Acknowledged);

    public override bool IsIdle => LinesWaiting == 0 && _socket is not { HasPending: true }
        && !(_isEnding && !_mode.IsByTime && _outbox.HasUnacknowledged);

    public override bool IsDown => _isDown;

    public override long NextDeadline
    {
        get
        {
            long next = _socket is null ? _connector.IsRunning ? _connector.Deadline : IsWanted ? _retryAt : long.MaxValue
                : IsStarved ? _now + Pause
                : IsStalled ? _stalledSince + StallTimeout
                : _outbox.HasTail || _outbox.HasLive ? _now
                : Math.Min(_outbox.HasBacklog ? _pacer.NextAt : long.MaxValue, IsRotationAwaited ? RotateAt : long.MaxValue);
            return Math.Min(Math.Min(next, _outbox.HasHeld ? _releaseAt : long.MaxValue), _draining.NextDeadline);
        }
    }

    private bool IsStalled => _stalledSince != long.MaxValue;

    private bool IsStarved => IsStalled && _socket is { IsStarved: true };

    /// <summary>Whether a connection is of use. One is held without lines too: it shows when a receiver dies.</summary>
    private bool IsWanted => !_isEnding || LinesWaiting > 0;

    private bool IsRotationAwaited => !_draining.IsOpen && _outbox.HasUnacknowledged;

    private long RotateAt => _isEnding || (_hasSentBacklog && !_outbox.HasBacklog) ? _now : _connectedAt + _mode.Rotation;

    public override void Submit(long stamp)
    {
        WireWriter lines = Writer;
        if (lines.Lines == 0)
        {
            return;
        }

        // Should the lines of the tick before still wait for their moment, it has passed.
        _outbox.Release();
        _outbox.Append(lines.Bytes, lines.Lines, stamp, _now);
        _pacer.Measure(lines.Length);
        _releaseAt = _isEnding ? _now : _now + Phase;
        ReleaseWhenDue();
        if (_socket is not null && !IsStalled)
        {
            Send();
        }

        _log.Sync(_now);
        _reports.Room(_log.DiskError, _now);
    }

    public override void Pump(long now)
    {
        _now = now;
        PollEvents seen = _polled?.Seen(_pollIndex) ?? PollEvents.Unknown;
        _polled = null;
        if (_draining.IsOpen)
        {
            Drain();
        }

        ReleaseWhenDue();
        if (_socket is null)
        {
            Connect();
        }
        else if (Survives(_socket, seen) && (!IsStalled || IsStarved || (seen & ~PollEvents.Readable) != 0))
        {
            Send();
        }

        if (_socket is not null && now - _stalledSince >= StallTimeout)
        {
            Break(DeliveryError.Stalled, $"takes nothing for {StallTimeout / 1000} s");
        }

        RotateWhenDue();
        if (_mode.IsByTime)
        {
            _outbox.Acknowledge(_outbox.PositionBeforeWindow(now));
        }

        _outbox.Trim(now);
    }

    public override void AddTo(PollSet set)
    {
        _draining.AddTo(set);
        if (_socket is null)
        {
            _connector.AddTo(set);
            return;
        }

        _polled = set;
        _pollIndex = _socket.AddTo(set, wantsToWrite: (IsStalled && !IsStarved) || _socket.HasPending);
    }

    public override void Hasten()
    {
        _isEnding = true;
        _retryAt = 0;
        _outbox.Release();
    }

    public override void Close()
    {
        _kept = LinesKept;
        _undelivered = LinesUndelivered;
        _isClosed = true;
        _reports.Ended(_undelivered, LinesWaiting, _kept);
        _socket?.Dispose();
        _socket = null;
        _draining.Close();
        _connector.Close();
        _log.Close();
        _folder?.Close();
    }

    public override void AddTo(ref DeliveryCounts counts)
    {
        base.AddTo(ref counts);
        counts.Resent += _outbox.ResentLines;
        counts.Reconnects += _reconnects;
        counts.SpooledBytes += _log.DiskBytes;
        counts.WaitingSeconds = Math.Max(counts.WaitingSeconds, _outbox.AgeOf(_outbox.OldestWaiting));
        counts.AcknowledgedLag = Math.Max(counts.AcknowledgedLag, _mode.IsByTime ? 0 : _outbox.AgeOf(_outbox.Acknowledged));
        counts.LastError = Math.Max(counts.LastError, (int)_reports.Error);
    }

    private void ReleaseWhenDue()
    {
        if (_now >= _releaseAt)
        {
            _outbox.Release();
            _releaseAt = long.MaxValue;
        }
    }

    private void Connect()
    {
        if (!_connector.IsRunning && (_now < _retryAt || !IsWanted))
        {
            return;
        }

        switch (_connector.Pump(_now))
        {
            case SocketStatus.Done:
                Open(_connector.Take(), _connector.Receiver);
                break;
            case SocketStatus.Failed:
                _isDown = true;
                Retry(DeliveryError.CannotConnect, $"cannot connect: {_connector.Error}");
                break;
            default:
                break;
        }
    }

    private void Open(NetworkSocket socket, Receiver receiver)
    {
        _socket = socket;
        _isDown = false;
        _connectedAt = _now;
        _hasSentBacklog = false;
        _pacer.Begin(_now);
        _isInDoubt |= _receiver is not null && _receiver != receiver;
        _outbox.ForgetTail();
        if (_isInDoubt)
        {
            _outbox.SendAgain(_now);
            _reconnects += _receiver is null ? 0 : 1;
        }

        if (_isInDoubt || _receiver is null)
        {
            _reports.Opened(Options.Receivers.Count > 1 ? receiver : null);
        }

        _receiver = receiver;
        _isInDoubt = false;
        Send();
    }

    private bool Survives(NetworkSocket socket, PollEvents seen)
    {
        switch (socket.Look(seen))
        {
            case SocketStatus.Closed:
                Break(DeliveryError.Closed, "the receiver closed the connection");
                return false;
            case SocketStatus.Failed:
                Break(DeliveryError.Broken, socket.Trouble);
                return false;
            default:
                return true;
        }
    }

    /// <summary>Sends what may be sent, as far as it goes.</summary>
    private void Send()
    {
        _pacer.Fill(_now);
        for (int burst = MaxBurst; burst > 0 && _socket is not null;)
        {
            ReadOnlySpan<byte> piece = _outbox.Next(Writer.Bytes, _isEnding ? MaxBurst : _pacer.Budget, out Lane lane);
            if (piece.IsEmpty)
            {
                Flush(_socket);
                _reports.CaughtUp();
                return;
            }

            SocketStatus status = _socket.Send(piece, out int taken);
            if (status == SocketStatus.Failed)
            {
                Break(DeliveryError.Broken, _socket.Trouble);
                return;
            }

            _outbox.Take(lane, piece, taken);
            burst -= taken;
            if (lane == Lane.Backlog)
            {
                _pacer.Spend(taken);
                _hasSentBacklog = true;
            }

            _stalledSince = status == SocketStatus.Done ? long.MaxValue : taken > 0 || !IsStalled ? _now : _stalledSince;
            if (taken < piece.Length)
            {
                return;
            }
        }
    }

    private void Flush(NetworkSocket socket)
    {
        if (socket.HasPending && socket.Flush() == SocketStatus.Failed)
        {
            Break(DeliveryError.Broken, socket.Trouble);
        }
    }

    /// <summary>Ends a connection that has stood long enough, at the end of a line, and makes the next one.</summary>
    private void RotateWhenDue()
    {
        bool isBusy = _socket is not { HasPending: false } || IsStalled || _outbox.HasTail || _outbox.HasLive
            || (_isEnding && _outbox.HasBacklog);
        if (isBusy || !IsRotationAwaited || _now < RotateAt)
        {
            return;
        }

        _draining.Begin(_socket!, _outbox.Sent, _now + _mode.Patience);
        _socket = null;
        _polled = null;
        _retryAt = _now;
        if (!_isEnding)
        {
            Connect();
        }
    }

    /// <summary>Asks whether the receiver has read everything that went over the connection before this one.</summary>
    private void Drain()
    {
        long position = _draining.Position;
        switch (_draining.Pump(_now))
        {
            case SocketStatus.Closed:
                _outbox.Acknowledge(position);
                if (_mode.Answer())
                {
                    Report("closes its side again: its lines are acknowledged from now on");
                }

                break;
            case SocketStatus.Failed:
                SendAgain(DeliveryError.NotAcknowledged, $"the connection ended before everything was read: {_draining.Trouble}");
                break;
            default:
                Overdue();
                break;
        }
    }

    private void Overdue()
    {
        if (!_draining.IsOverdue(_now))
        {
            return;
        }

        _draining.Close();
        if (_mode.Miss())
        {
            Report(_mode.IsByTime
                ? $"does not close its side after ours, so nothing says what it has read: its lines are kept for "
                    + $"{Duration.Format(Options.Replay)} after they were sent instead (ack=none asks for that)"
                : "does not close its side after ours any more: its lines are kept until it does, as long as there is room");
        }

        if (!_mode.IsSilent)
        {
            SendAgain(DeliveryError.NotAcknowledged, $"has not read everything within {_mode.Patience / 1000} s");
        }
    }

    /// <summary>What a connection of before took is in doubt; the one that stands, if one does, is not.</summary>
    private void SendAgain(DeliveryError error, string reason)
    {
        _isInDoubt = _socket is null;
        _outbox.SendAgain(_now);
        _reports.Doubted(error, reason);
    }

    private void Break(DeliveryError error, string reason)
    {
        _socket?.Dispose();
        _socket = null;
        _stalledSince = long.MaxValue;
        if (_now - _connectedAt >= Lifetime)
        {
            _backoff.Reset();
        }

        Retry(error, reason);
    }

    private void Retry(DeliveryError error, string reason)
    {
        _retryAt = _now + _backoff.Next();
        _isInDoubt = true;
        _outbox.ForgetTail();
        _outbox.SendAgain(_now);
        _reports.Failed(error, reason);
    }
}
