using Collector.Polling;

namespace Collector.Delivery;

/// <summary>
/// A connection that we have ended and the receiver has not: its own end, in good order, says that it has read everything.
/// </summary>
internal sealed class DrainingConnection
{
    private NetworkSocket? _socket;
    private PollSet? _polled;
    private int _pollIndex;

    /// <summary>Whether an end is awaited.</summary>
    public bool IsOpen => _socket is not null;

    /// <summary>Up to where the end acknowledges lines.</summary>
    public long Position { get; private set; }

    /// <summary>When to give up waiting; monotonic milliseconds.</summary>
    public long Deadline { get; private set; } = long.MaxValue;

    /// <summary>Why it failed.</summary>
    public string Trouble { get; private set; } = "";

    /// <summary>Ends our side of a connection, and waits for the other.</summary>
    public void Begin(NetworkSocket socket, long position, long deadline)
    {
        socket.EndSending();
        _socket = socket;
        Position = position;
        Deadline = deadline;
    }

    /// <returns>Closed once everything up to <see cref="Position"/> is acknowledged, Failed if it never will be, else Pending.</returns>
    public SocketStatus Pump()
    {
        PollEvents seen = _polled?.Seen(_pollIndex) ?? PollEvents.Unknown;
        _polled = null;
        _ = _socket!.Flush();
        SocketStatus status = _socket.Look(seen);
        if (status is not (SocketStatus.Closed or SocketStatus.Failed))
        {
            return SocketStatus.Pending;
        }

        Trouble = _socket.Trouble;
        Close();
        return status;
    }

    public void AddTo(PollSet set)
    {
        if (_socket is not null)
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
        Deadline = long.MaxValue;
    }
}
