using Collector.Polling;

namespace Collector.Delivery;

/// <summary>A socket that waits for its peer's answer.</summary>
/// <param name="socket">The socket.</param>
/// <param name="deadline">When to give it up; monotonic milliseconds.</param>
internal sealed class PendingConnection(NetworkSocket socket, long deadline)
{
    private PollSet? _polled;
    private int _pollIndex;

    public NetworkSocket Socket => socket;

    public long Deadline => deadline;

    /// <summary>Asks whether the connection stands, by what the last wait saw.</summary>
    public SocketStatus Finish()
    {
        PollEvents seen = _polled?.Seen(_pollIndex) ?? PollEvents.Unknown;
        _polled = null;
        return socket.FinishConnect(seen);
    }

    public void AddTo(PollSet set)
    {
        _polled = set;
        _pollIndex = socket.AddTo(set, wantsToWrite: true);
    }
}
