using Collector.Logging;
using Collector.Polling;
using Collector.Wire;

namespace Collector.Delivery;

/// <summary>
/// StatsD lines over TCP. A StatsD server adds up what it is told, so nothing is ever sent twice: what the system took is
/// gone, and what it did not take waits as one value for each series, which leaves before newer lines do.
/// </summary>
internal sealed class StatsdTcpDestination : Destination
{
    /// <summary>Between two looks at the clock no more than this is sent, so that much that waits delays no tick.</summary>
    private const int MaxBurst = 512 * 1024;

    /// <summary>
    /// After how long without an acknowledgement the system fails a connection. What it took is lost with it, so a short
    /// outage gets time to end.
    /// </summary>
    private const long Patience = 30_000;

    private readonly Connector _connector;
    private readonly FoldingTable _table;
    private readonly WaitingReports _reports;
    private readonly Backoff _backoff = new(Random.Shared);

    /// <summary>A tick's lines, until the phase lets them go.</summary>
    private readonly Batch _held = new();

    /// <summary>The rest of a line whose head the system took: on this connection it goes first, on no other it goes at all.</summary>
    private readonly Batch _torn = new();

    private StreamConnection? _connection;
    private bool _isHeld;
    private bool _isTorn;
    private bool _isBroken;
    private long _now;
    private long _retryAt;
    private long _releaseAt;
    private long _lastStamp;
    private long _lostLines;
    private long _reconnects;

    public StatsdTcpDestination(DestinationOptions options, PollSet set, Log log, DeliverySettings settings)
        : base(options, log)
    {
        _connector = new(options, set, Patience);
        _table = new(settings.QueueBytes);
        _reports = new(this, Log, $"{ByteSize.Format(settings.QueueBytes)} of series wait already: from now on lines of others are dropped");
    }

    public override long LinesWaiting => _table.WaitingLines + (_isHeld ? _held.Lines : 0) + (_isTorn ? _torn.Lines : 0);

    public override long LinesDropped => _table.DroppedLines + _lostLines;

    public override long LinesMerged => _table.MergedLines;

    public override long NextDeadline
    {
        get
        {
            long next = _connection is null ? _connector.IsRunning ? _connector.Deadline : _retryAt
                : _connection.IsStalled ? _connection.DeadlineAfter(_now)
                : IsBehind ? _now
                : long.MaxValue;
            return _isHeld ? Math.Min(next, _releaseAt) : next;
        }
    }

    /// <summary>Whether something waits that has to leave before newer lines.</summary>
    private bool IsBehind => _isTorn || _table.WaitingLines > 0;

    public override void Submit(long stamp)
    {
        WireWriter lines = Writer;
        if (lines.Lines == 0)
        {
            return;
        }

        // Should the lines of the tick before still wait for their moment, it has passed.
        Release();
        _lastStamp = stamp;
        if (Phase == 0)
        {
            Deliver(lines.Bytes);
            return;
        }

        _held.Fill(lines.Bytes, [], lines.Lines, stamp);
        _isHeld = true;
        _releaseAt = _now + Phase;
    }

    public override void Hasten()
    {
        _retryAt = 0;
        _releaseAt = 0;
    }

    public override void Pump(long now)
    {
        _now = now;
        if (_connection is null)
        {
            Connect();
        }
        else if (Survives(_connection, out bool maySend) && maySend)
        {
            SendWaiting(_connection);
        }

        if (_connection is not null && _connection.IsDead(now))
        {
            Break(DeliveryError.Stalled, StreamConnection.StallText);
        }

        if (now >= _releaseAt)
        {
            Release();
        }
    }

    public override void AddTo(PollSet set)
    {
        if (_connection is null)
        {
            _connector.AddTo(set);
            return;
        }

        _connection.AddTo(set);
    }

    public override void AddTo(ref DeliveryCounts counts)
    {
        base.AddTo(ref counts);
        counts.Reconnects += _reconnects;
        counts.WaitingSeconds = Math.Max(counts.WaitingSeconds, _table.WaitingLines == 0 ? 0 : _lastStamp - _table.Since);
        counts.LastError = Math.Max(counts.LastError, (int)_reports.Error);
    }

    public override void Close()
    {
        ReportUndelivered();
        _connection?.Socket.Dispose();
        _connection = null;
        _connector.Close();
    }

    private void Release()
    {
        if (_isHeld)
        {
            _isHeld = false;
            Deliver(_held.Bytes);
        }
    }

    private void Deliver(ReadOnlySpan<byte> lines)
    {
        if (_connection is { IsStalled: false } connection && !IsBehind)
        {
            Send(connection, lines);
            return;
        }

        Keep(lines);
        if (_connection is { IsStalled: false } late)
        {
            SendWaiting(late);
        }
    }

    private void Keep(ReadOnlySpan<byte> lines)
    {
        _table.Fold(lines, _lastStamp);
        _reports.Room(_table.DroppedLines);
    }

    /// <summary>Sends lines, and keeps those that the system does not take.</summary>
    /// <returns>Whether all were taken.</returns>
    private bool Send(StreamConnection connection, ReadOnlySpan<byte> lines)
    {
        SocketStatus status = connection.Send(lines, _now, out int taken);
        BytesSent += taken;
        if (taken == lines.Length)
        {
            LinesSent += lines.Count((byte)'\n');
            return true;
        }

        KeepRest(lines, taken);
        if (status == SocketStatus.Failed)
        {
            Break(DeliveryError.Broken, connection.Socket.Trouble);
        }

        return false;
    }

    private void KeepRest(ReadOnlySpan<byte> lines, int taken)
    {
        int head = lines[..taken].LastIndexOf((byte)'\n') + 1;
        _isTorn = head < taken;
        int next = _isTorn ? taken + lines[taken..].IndexOf((byte)'\n') + 1 : taken;

        // A zero whose negative number did not follow counts with that: both go once more.
        int kept = StatsdLine.PairStart(lines, next);
        LinesSent += lines[..Math.Min(head, kept)].Count((byte)'\n');
        if (_isTorn)
        {
            _torn.Fill(lines[taken..next], [], head < kept ? 1 : 0, _lastStamp);
        }

        Keep(lines[kept..]);
    }

    /// <summary>Sends what waits, as far as it goes.</summary>
    private void SendWaiting(StreamConnection connection)
    {
        if (_isTorn && !FinishLine(connection))
        {
            return;
        }

        for (int burst = MaxBurst; burst > 0 && _table.WaitingLines > 0;)
        {
            ReadOnlySpan<byte> piece = _table.Take();
            if (!Send(connection, piece))
            {
                return;
            }

            burst -= piece.Length;
        }

        if (_table.WaitingLines == 0)
        {
            _table.Clear();
            _reports.CaughtUp(_table.DroppedLines);
        }
    }

    private bool FinishLine(StreamConnection connection)
    {
        SocketStatus status = connection.Send(_torn.Rest, _now, out int taken);
        BytesSent += taken;
        _torn.Offset += taken;
        if (status == SocketStatus.Failed)
        {
            Break(DeliveryError.Broken, connection.Socket.Trouble);
        }
        else if (_torn.Rest.IsEmpty)
        {
            LinesSent += _torn.Lines;
            _isTorn = false;
        }

        return !_isTorn && _connection is not null;
    }

    private void Connect()
    {
        if (!_connector.IsRunning && _now < _retryAt)
        {
            return;
        }

        switch (_connector.Pump(_now))
        {
            case SocketStatus.Done:
                _connection = new(_connector.Take(), _now);
                _reconnects += _isBroken ? 1 : 0;
                _isBroken = false;
                _reports.Opened("connected", "connected again", LinesWaiting, _table.DroppedLines);
                SendWaiting(_connection);
                break;
            case SocketStatus.Failed:
                Retry(DeliveryError.CannotConnect, $"cannot connect: {_connector.Error}");
                break;
            default:
                break;
        }
    }

    private bool Survives(StreamConnection connection, out bool maySend)
    {
        switch (connection.Look(out maySend))
        {
            case SocketStatus.Closed:
                Break(DeliveryError.Closed, "the receiver closed the connection");
                return false;
            case SocketStatus.Failed:
                Break(DeliveryError.Broken, connection.Socket.Trouble);
                return false;
            default:
                return true;
        }
    }

    private void Break(DeliveryError error, string reason)
    {
        if (_connection!.HasLasted(_now))
        {
            _backoff.Reset();
        }

        _connection.Socket.Dispose();
        _connection = null;
        _isBroken = true;
        if (_isTorn)
        {
            // Its head is with the receiver, or lost: the tail must not arrive as a line of its own, nor the whole twice.
            _isTorn = false;
            _lostLines += _torn.Lines;
        }

        Retry(error, reason);
    }

    private void Retry(DeliveryError error, string reason)
    {
        _retryAt = _now + _backoff.Next();
        _reports.Failed(error, reason);
    }
}
