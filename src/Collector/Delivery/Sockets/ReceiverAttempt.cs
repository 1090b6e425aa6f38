using Collector.Polling;

namespace Collector.Delivery;

/// <summary>An attempt to reach one receiver: its name is looked up, and its addresses are tried, a moment apart.</summary>
/// <param name="options">What the URI says.</param>
/// <param name="receiver">Who it is.</param>
/// <param name="set">What the loop sleeps on.</param>
/// <param name="patience">How many milliseconds the receiver may leave what was sent without an acknowledgement.</param>
internal sealed class ReceiverAttempt(DestinationOptions options, Receiver receiver, PollSet set, long patience)
{
    /// <summary>How long an address has to answer before the next one is tried beside it, in milliseconds.</summary>
    private const long Headstart = 250;

    /// <summary>How long an address has to answer at all, in milliseconds.</summary>
    private const long Timeout = 5_000;

    private readonly HostLookup _lookup = new(receiver, set);
    private readonly List<PendingConnection> _pending = [];
    private Endpoint[] _endpoints = [];
    private NetworkSocket? _connected;
    private bool _isLookingUp;
    private int _next;
    private long _nextAt;

    public Receiver Receiver => receiver;

    /// <summary>Whether its addresses may change.</summary>
    public bool IsName => _lookup.IsName;

    /// <summary>Whether nothing of it is left to wait for.</summary>
    public bool HasFailed => !_isLookingUp && _next >= _endpoints.Length && _pending.Count == 0 && _connected is null;

    /// <summary>Why it failed, or what failed last.</summary>
    public string Error { get; private set; } = "";

    /// <summary>When there is something to do even if nothing happens; monotonic milliseconds.</summary>
    public long Deadline
    {
        get
        {
            long deadline = !_isLookingUp && _next < _endpoints.Length ? _nextAt : long.MaxValue;
            foreach (PendingConnection pending in _pending)
            {
                deadline = Math.Min(deadline, pending.Deadline);
            }

            return deadline;
        }
    }

    /// <summary>Starts anew: a name may have other addresses by now.</summary>
    public void Begin()
    {
        _lookup.Begin();
        _isLookingUp = true;
        _endpoints = [];
        _next = 0;
    }

    /// <returns>Whether a connection stands.</returns>
    public bool Pump(long now)
    {
        if (_isLookingUp && _lookup.Poll() is LookupResult found)
        {
            _isLookingUp = false;
            _endpoints = found.Endpoints;
            _nextAt = now;
            Error = found.Error is null ? Error : $"no address for '{receiver.Host}': {found.Error}";
        }

        for (int index = 0; index < _pending.Count && _connected is null;)
        {
            SocketStatus status = Look(_pending[index], now);
            if (status == SocketStatus.Pending)
            {
                index++;
                continue;
            }

            // One that has failed leaves its place to the next at once.
            _pending.RemoveAt(index);
            _nextAt = now;
        }

        while (!_isLookingUp && _connected is null && _next < _endpoints.Length && now >= _nextAt)
        {
            TryNext(now);
        }

        return _connected is not null;
    }

    /// <summary>Hands over the connected socket.</summary>
    public NetworkSocket Take()
    {
        NetworkSocket socket = _connected!;
        _connected = null;
        return socket;
    }

    public void AddTo(PollSet set)
    {
        foreach (PendingConnection pending in _pending)
        {
            pending.AddTo(set);
        }
    }

    /// <summary>Gives up what is under way; a connection that stands stays.</summary>
    public void Close()
    {
        foreach (PendingConnection pending in _pending)
        {
            pending.Socket.Dispose();
        }

        _pending.Clear();
        _isLookingUp = false;
        _endpoints = [];
        _next = 0;
    }

    private SocketStatus Look(PendingConnection pending, long now)
    {
        SocketStatus status = pending.Finish();
        if (status == SocketStatus.Done)
        {
            _connected = pending.Socket;
            return status;
        }

        if (status == SocketStatus.Pending && now < pending.Deadline)
        {
            return status;
        }

        Error = status == SocketStatus.Failed ? pending.Socket.Trouble : $"{pending.Socket.Missing} for {Timeout / 1000} s";
        pending.Socket.Dispose();
        return SocketStatus.Failed;
    }

    private void TryNext(long now)
    {
        NetworkSocket socket = NetworkSocket.Create(options, receiver);
        switch (socket.Connect(_endpoints[_next++], options.MaxPacket > 0, patience))
        {
            case SocketStatus.Done:
                _connected = socket;
                break;
            case SocketStatus.Pending:
                _pending.Add(new(socket, now + Timeout));
                _nextAt = now + Headstart;
                break;
            default:
                Error = socket.Trouble;
                socket.Dispose();
                break;
        }
    }
}
