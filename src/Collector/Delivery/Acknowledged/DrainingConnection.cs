using Collector.Polling;

namespace Collector.Delivery;

/// <summary>
/// A connection that we have ended and the receiver has not: its own end, in good order, says that it has read everything.
/// </summary>
internal sealed class DrainingConnection
{
    /// <summary>When to ask again whether the last bytes were taken; no wait can tell.</summary>
    private const long Pause = 20;

    private NetworkSocket? _socket;
    private bool _hasEnded;
    private long _deadline = long.MaxValue;
    private long _askAt;
    private PollSet? _polled;
    private int _pollIndex;

    /// <summary>Whether an end is awaited.</summary>
    public bool IsOpen => _socket is not null;

    /// <summary>Up to where the end acknowledges lines.</summary>
    public long Position { get; private set; }

    /// <summary>When to look again even if nothing happens; monotonic milliseconds.</summary>
    public long NextDeadline => _hasEnded ? _askAt : _deadline;

    /// <summary>Why it failed.</summary>
    public string Trouble { get; private set; } = "";

    /// <summary>Ends our side of a connection, and waits for the other.</summary>
    public void Begin(NetworkSocket socket, long position, long deadline)
    {
        socket.EndSending();
        _socket = socket;
        Position = position;
        _deadline = deadline;
        _hasEnded = false;
    }

    /// <summary>Whether it takes too long.</summary>
    public bool IsOverdue(long now) => IsOpen && now >= _deadline;

    /// <returns>Closed once everything up to <see cref="Position"/> is acknowledged, Failed if it never will be, else Pending.</returns>
    /// <param name="now">Monotonic milliseconds.</param>
    public SocketStatus Pump(long now)
    {
        PollEvents seen = _polled?.Seen(_pollIndex) ?? PollEvents.Unknown;
        _polled = null;
        SocketStatus status = _hasEnded ? SocketStatus.Closed : Look(_socket!, seen);
        if (status == SocketStatus.Closed)
        {
            // Its end may have crossed ours: then it is no answer, and a reset follows.
            _hasEnded = true;
            _askAt = now + Pause;
            SocketStatus confirmed = _socket!.Confirm();
            status = confirmed == SocketStatus.Done ? SocketStatus.Closed : confirmed;
        }

        if (status is not (SocketStatus.Closed or SocketStatus.Failed))
        {
            return SocketStatus.Pending;
        }

        Trouble = _socket!.Trouble;
        Close();
        return status;
    }

    public void AddTo(PollSet set)
    {
        if (_socket is not null && !_hasEnded)
        {
            _polled = set;
            _pollIndex = _socket.AddTo(set, wantsToWrite: _socket.HasPending);
        }
    }

    public void Close()
    {
        _socket?.Dispose();
        _socket = null;
        _polled = null;
        _deadline = long.MaxValue;
        _hasEnded = false;
    }

    private static SocketStatus Look(NetworkSocket socket, PollEvents seen)
    {
        _ = socket.Flush();
        return socket.Look(seen);
    }
}
