using Collector.Logging;
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

    /// <summary>After how long without an acknowledgement by the network the system fails a connection.</summary>
    private const long Patience = 10_000;

    /// <summary>What is kept after sending at the least where only time can tell: the system finds out about a dead peer by then.</summary>
    private const long ShortestRetention = 15_000;

    private readonly Connector _connector;
    private readonly AcknowledgementMode _mode;
    private readonly LineLog _log;
    private readonly SpoolFolder? _folder;
    private readonly Outbox _outbox;
    private readonly Pacer _pacer;
    private readonly DeliveryReports _reports;
    private readonly Acknowledgements _acknowledgements;
    private readonly Backoff _backoff = new(Random.Shared);
    private StreamConnection? _connection;
    private Receiver? _receiver;
    private long _now;
    private long _retryAt;
    private long _releaseAt = long.MaxValue;
    private long _reconnects;
    private bool _isDown;
    private bool _isInDoubt;
    private bool _hasSentBacklog;
    private bool _isEnding;
    private bool _isClosed;
    private long _undelivered;
    private long _kept;
    private long _sent;

    public GraphiteDestination(DestinationOptions options, PollSet set, Log log, DeliverySettings settings)
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
        _reports = new(Log, _outbox, ByteSize.Format(settings.QueueBytes), _folder is null ? null : ByteSize.Format(settings.Spool!.Options.Bytes));
        _acknowledgements = new(_mode, options, _outbox, _reports, Log);
    }

    public override long LinesSent => _isClosed ? _sent : _outbox.SentLines;

    public override long BytesSent => _outbox.SentBytes;

    public override long LinesDropped => _outbox.DroppedLines;

    public override long LinesWaiting => _outbox.WaitingLines;

    public override long LinesKept => _isClosed ? _kept
        : (_mode.IsByTime ? LinesWaiting : _outbox.OwedLines) - LinesUndelivered;

    public override long LinesUndelivered => _isClosed ? _undelivered
        : _log.CountInMemory(_mode.IsByTime ? _outbox.OldestWaiting : _outbox.Acknowledged);

    public override bool IsIdle => LinesWaiting == 0 && _connection is not { Socket.HasPending: true }
        && !(_isEnding && !_mode.IsByTime && _outbox.HasUnacknowledged);

    public override bool IsDown => _isDown;

    public override long NextDeadline
    {
        get
        {
            long next = _connection is null ? _connector.IsRunning ? _connector.Deadline : IsWanted ? _retryAt : long.MaxValue
                : _connection.IsStalled ? _connection.DeadlineAfter(_now)
                : _outbox.HasTail || _outbox.HasLive ? _now
                : Math.Min(_outbox.HasBacklog ? _pacer.NextAt : long.MaxValue, IsRotationAwaited ? RotateAt : long.MaxValue);
            return Math.Min(Math.Min(next, _outbox.HasHeld ? _releaseAt : long.MaxValue), _acknowledgements.NextDeadline);
        }
    }

    /// <summary>Whether a connection is of use. One is held without lines too: it shows when a receiver dies.</summary>
    private bool IsWanted => !_isEnding || LinesWaiting > 0;

    private bool IsRotationAwaited => !_acknowledgements.IsAwaited && _outbox.HasUnacknowledged;

    private long RotateAt => _isEnding || (_hasSentBacklog && !_outbox.HasBacklog) ? _now
        : (_connection?.OpenedAt ?? 0) + _mode.Rotation;

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
        if (_connection is { IsStalled: false })
        {
            Send(_connection);
        }

        _log.Sync(_now);
        _reports.Room(_log.DiskError, _now);
    }

    public override void Pump(long now)
    {
        _now = now;
        if (_acknowledgements.IsAwaited && !_acknowledgements.Pump(now))
        {
            // What a connection of before took is in doubt; the one that stands, if one does, is not.
            _isInDoubt = _connection is null;
        }

        ReleaseWhenDue();
        if (_connection is null)
        {
            Connect();
        }
        else if (Survives(_connection, out bool maySend) && maySend)
        {
            Send(_connection);
        }

        if (_connection is not null && _connection.IsDead(now))
        {
            Break(_connection, DeliveryError.Stalled, StreamConnection.StallText);
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
        _acknowledgements.AddTo(set);
        if (_connection is null)
        {
            _connector.AddTo(set);
            return;
        }

        _connection.AddTo(set);
    }

    public override void Hasten()
    {
        _isEnding = true;
        _retryAt = 0;
        _outbox.Release();
    }

    public override void Close()
    {
        _sent = LinesSent;
        _kept = LinesKept;
        _undelivered = LinesUndelivered;
        _isClosed = true;
        _reports.Ended(_undelivered, LinesWaiting, _kept);
        _connection?.Socket.Dispose();
        _connection = null;
        _acknowledgements.Close();
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
        _connection = new(socket, _now);
        _isDown = false;
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
        Send(_connection);
    }

    private bool Survives(StreamConnection connection, out bool maySend)
    {
        switch (connection.Look(out maySend))
        {
            case SocketStatus.Closed:
                Break(connection, DeliveryError.Closed, "the receiver closed the connection");
                return false;
            case SocketStatus.Failed:
                Break(connection, DeliveryError.Broken, connection.Socket.Trouble);
                return false;
            default:
                return true;
        }
    }

    /// <summary>Sends what may be sent, as far as it goes.</summary>
    private void Send(StreamConnection connection)
    {
        _pacer.Fill(_now);
        for (int burst = MaxBurst; burst > 0;)
        {
            ReadOnlySpan<byte> piece = _outbox.Next(Writer.Bytes, _isEnding ? MaxBurst : _pacer.Budget, out Lane lane);
            if (piece.IsEmpty)
            {
                Flush(connection);
                _reports.CaughtUp();
                return;
            }

            if (connection.Send(piece, _now, out int taken) == SocketStatus.Failed)
            {
                Break(connection, DeliveryError.Broken, connection.Socket.Trouble);
                return;
            }

            _outbox.Take(lane, piece, taken);
            burst -= taken;
            if (lane == Lane.Backlog)
            {
                _pacer.Spend(taken);
                _hasSentBacklog = true;
            }

            if (taken < piece.Length)
            {
                return;
            }
        }
    }

    private void Flush(StreamConnection connection)
    {
        if (connection.Socket.HasPending && connection.Socket.Flush() == SocketStatus.Failed)
        {
            Break(connection, DeliveryError.Broken, connection.Socket.Trouble);
        }
    }

    /// <summary>Ends a connection that has stood long enough, at the end of a line, and makes the next one.</summary>
    private void RotateWhenDue()
    {
        bool isBusy = _connection is not { IsStalled: false, Socket.HasPending: false } || _outbox.HasTail || _outbox.HasLive
            || (_isEnding && _outbox.HasBacklog);
        if (isBusy || !IsRotationAwaited || _now < RotateAt)
        {
            return;
        }

        _acknowledgements.Begin(_connection!.Socket, _now);
        _connection = null;
        _retryAt = _now;
        if (!_isEnding)
        {
            Connect();
        }
    }

    private void Break(StreamConnection connection, DeliveryError error, string reason)
    {
        connection.Socket.Dispose();
        _connection = null;
        if (connection.HasLasted(_now))
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
