using Collector.Polling;

namespace Collector.Delivery;

/// <summary>
/// Sends over TCP. Graphite keeps the last value for a time stamp, so whatever was sent lately is sent again after a
/// connection broke. StatsD adds up what it is told, so there nothing is ever sent twice.
/// </summary>
internal sealed class TcpDestination(DestinationOptions options, PollSet set, Action<string> log)
    : QueueingDestination(options, log)
{
    private const long StallTimeout = 30_000;

    /// <summary>
    /// After how long without an acknowledgement the system fails a connection. Lines that may be sent again need not
    /// wait for a short outage to end; the others are lost with the connection, so it gets time to recover.
    /// </summary>
    private const long Patience = 10_000;
    private const long LongPatience = StallTimeout;

    /// <summary>When to try again where no wait can tell.</summary>
    private const long Pause = 100;

    /// <summary>A connection that stood this long shows that the receiver works; trouble after it is new trouble.</summary>
    private const long Lifetime = 10_000;

    private readonly Connector _connector = new(options, set, options.Scheme == DestinationScheme.Graphite ? Patience : LongPatience);
    private NetworkSocket? _socket;
    private PollSet? _polled;
    private int _pollIndex;
    private long _connectedAt;
    private long _stalledSince = long.MaxValue;

    public override long NextDeadline =>
        _socket is null ? _connector.IsRunning ? _connector.Deadline : RetryAt
        : IsStarved ? Now + Pause
        : IsStalled ? _stalledSince + StallTimeout
        : IsIdle ? long.MaxValue : Math.Max(Now, ReleaseAt);

    protected override bool IsIdempotent => Options.Scheme == DestinationScheme.Graphite;

    protected override bool IsOpen => _socket is not null && !IsStalled;

    private bool IsStalled => _stalledSince != long.MaxValue;

    private bool IsStarved => IsStalled && _socket is { IsStarved: true };

    public override void Pump(long now)
    {
        Now = now;
        PollEvents seen = _polled?.Seen(_pollIndex) ?? PollEvents.Unknown;
        _polled = null;
        if (_socket is null)
        {
            Connect();
        }
        else if (Survives(_socket, seen) && (!IsStalled || IsStarved || (seen & ~PollEvents.Readable) != 0))
        {
            SendWaiting();
        }

        if (_socket is not null && now - _stalledSince >= StallTimeout)
        {
            Break($"takes nothing for {StallTimeout / 1000} s");
        }

        Forget();
    }

    public override void AddTo(PollSet set)
    {
        if (_socket is null)
        {
            _connector.AddTo(set);
            return;
        }

        _polled = set;
        _pollIndex = _socket.AddTo(set, wantsToWrite: IsStalled && !IsStarved);
    }

    public override void Close()
    {
        ReportUndelivered();
        _socket?.Dispose();
        _socket = null;
        _connector.Close();
    }

    protected override int Send(ReadOnlySpan<byte> bytes)
    {
        SocketStatus status = _socket!.Send(bytes, out int taken);
        if (status == SocketStatus.Failed)
        {
            Break(_socket.Trouble);
            return 0;
        }

        _stalledSince = status == SocketStatus.Done ? long.MaxValue
            : taken > 0 || !IsStalled ? Now
            : _stalledSince;
        return taken;
    }

    private void Connect()
    {
        if (!_connector.IsRunning && Now < RetryAt)
        {
            return;
        }

        switch (_connector.Pump(Now))
        {
            case SocketStatus.Done:
                _socket = _connector.Take();
                _connectedAt = Now;
                ReportOpened("connected", "connected again", LinesWaiting);
                SendWaiting();
                break;
            case SocketStatus.Failed:
                Retry($"cannot connect: {_connector.Error}");
                break;
            default:
                break;
        }
    }

    private bool Survives(NetworkSocket socket, PollEvents seen)
    {
        switch (socket.Look(seen))
        {
            case SocketStatus.Closed:
                Break("the receiver closed the connection");
                return false;
            case SocketStatus.Failed:
                Break(socket.Trouble);
                return false;
            default:
                return true;
        }
    }

    private void Break(string reason)
    {
        _socket?.Dispose();
        _socket = null;
        _stalledSince = long.MaxValue;
        if (Now - _connectedAt >= Lifetime)
        {
            Backoff.Reset();
        }

        TakeBack();
        Retry(reason);
    }
}
