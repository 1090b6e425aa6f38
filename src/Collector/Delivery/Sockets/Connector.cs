using Collector.Polling;

namespace Collector.Delivery;

/// <summary>Makes a connection: looks the name up, then tries each of its addresses in turn.</summary>
/// <param name="options">Who the receiver is.</param>
/// <param name="set">What the loop sleeps on.</param>
/// <param name="patience">How many milliseconds the receiver may leave what was sent without an acknowledgement.</param>
internal sealed class Connector(DestinationOptions options, PollSet set, long patience = 0)
{
    private readonly HostLookup _lookup = new(options.Receivers[0], set);
    private Endpoint[] _endpoints = [];
    private int _next;

    /// <summary>Whether an attempt is under way.</summary>
    public bool IsRunning { get; private set; }

    /// <summary>The socket that waits for its peer's answer.</summary>
    public NetworkSocket? Socket { get; private set; }

    /// <summary>When to give up on the current address; monotonic milliseconds.</summary>
    public long Deadline { get; private set; } = long.MaxValue;

    /// <summary>Why the last attempt failed.</summary>
    public string Error { get; private set; } = "";

    public Receiver Receiver => options.Receivers[0];

    private PollSet? _polledSet;
    private int _polledIndex;

    public void AddTo(PollSet polled)
    {
        if (Socket is not null)
        {
            _polledSet = polled;
            _polledIndex = Socket.AddTo(polled, wantsToWrite: true);
        }
    }

    public SocketStatus Pump(long now)
    {
        PollEvents seen = _polledSet?.Seen(_polledIndex) ?? PollEvents.Unknown;
        _polledSet = null;
        return Pump(now, 5_000, seen);
    }

    /// <summary>Starts an attempt, or goes on with it.</summary>
    /// <param name="now">Monotonic milliseconds.</param>
    /// <param name="timeout">How long an address has to answer.</param>
    /// <param name="seen">What the last wait saw at <see cref="Socket"/>.</param>
    public SocketStatus Pump(long now, long timeout, PollEvents seen)
    {
        if (Socket is null)
        {
            IsRunning = true;
            LookupResult? found = _lookup.Poll();
            if (found is null)
            {
                return SocketStatus.Pending;
            }

            if (found.Error is not null)
            {
                Error = $"no address for '{options.Receivers[0].Host}': {found.Error}";
                return End(SocketStatus.Failed);
            }

            _endpoints = found.Endpoints;
            _next = 0;
            return TryNext(now, timeout);
        }

        switch (Socket.FinishConnect(seen))
        {
            case SocketStatus.Done:
                return End(SocketStatus.Done);
            case SocketStatus.Failed:
                Error = Socket.Trouble;
                return TryNext(now, timeout);
            default:
                Error = $"{Socket.Missing} for {timeout / 1000} s";
                return now >= Deadline ? TryNext(now, timeout) : SocketStatus.Pending;
        }
    }

    /// <summary>Hands over the connected socket.</summary>
    public NetworkSocket Take()
    {
        NetworkSocket socket = Socket!;
        Socket = null;
        return socket;
    }

    public void Close() => Socket?.Dispose();

    private SocketStatus TryNext(long now, long timeout)
    {
        while (_next < _endpoints.Length)
        {
            Socket?.Dispose();
            Socket = NetworkSocket.Create(options, options.Receivers[0]);
            bool isDatagram = options.MaxPacket > 0;
            switch (Socket.Connect(_endpoints[_next++], isDatagram, patience))
            {
                case SocketStatus.Done:
                    return End(SocketStatus.Done);
                case SocketStatus.Pending:
                    Deadline = now + timeout;
                    return SocketStatus.Pending;
                default:
                    Error = Socket.Trouble;
                    break;
            }
        }

        Socket?.Dispose();
        Socket = null;
        return End(SocketStatus.Failed);
    }

    private SocketStatus End(SocketStatus status)
    {
        IsRunning = false;
        Deadline = long.MaxValue;
        return status;
    }
}
