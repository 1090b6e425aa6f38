using Collector.Polling;

namespace Collector.Delivery;

/// <summary>A connection that stands: what the last wait saw of it, and since when its peer takes nothing.</summary>
/// <param name="socket">The connected socket.</param>
/// <param name="openedAt">When it was connected, in monotonic milliseconds.</param>
internal sealed class StreamConnection(NetworkSocket socket, long openedAt)
{
    /// <summary>How long the peer may take nothing.</summary>
    private const long StallTimeout = 30_000;

    /// <summary>When to try again where no wait can tell.</summary>
    private const long Pause = 100;

    /// <summary>A connection that stood this long shows that the receiver works; trouble after it is new trouble.</summary>
    private const long Lifetime = 10_000;

    private PollSet? _polled;
    private int _pollIndex;
    private long _stalledSince = long.MaxValue;

    public NetworkSocket Socket => socket;

    public long OpenedAt => openedAt;

    /// <summary>Whether the last send was not taken whole.</summary>
    public bool IsStalled => _stalledSince != long.MaxValue;

    /// <summary>What to say of a peer that takes nothing for too long.</summary>
    public static string StallText => $"takes nothing for {StallTimeout / 1000} s";

    private bool IsStarved => IsStalled && socket.IsStarved;

    /// <summary>Looks whether the connection still stands.</summary>
    /// <param name="maySend">Whether it is worth trying to send.</param>
    public SocketStatus Look(out bool maySend)
    {
        PollEvents seen = _polled?.Seen(_pollIndex) ?? PollEvents.Unknown;
        _polled = null;
        maySend = !IsStalled || IsStarved || (seen & ~PollEvents.Readable) != 0;
        return socket.Look(seen);
    }

    /// <summary>Sends as much as the system takes now.</summary>
    public SocketStatus Send(ReadOnlySpan<byte> bytes, long now, out int taken)
    {
        SocketStatus status = socket.Send(bytes, out taken);
        _stalledSince = status == SocketStatus.Done ? long.MaxValue : taken > 0 || !IsStalled ? now : _stalledSince;
        return status;
    }

    /// <summary>Whether the peer has taken nothing for too long.</summary>
    public bool IsDead(long now) => now - _stalledSince >= StallTimeout;

    public bool HasLasted(long now) => now - openedAt >= Lifetime;

    /// <summary>When to go on with a send that was not taken whole, even if nothing happens.</summary>
    public long DeadlineAfter(long now) => IsStarved ? now + Pause : _stalledSince + StallTimeout;

    public void AddTo(PollSet set)
    {
        _polled = set;
        _pollIndex = socket.AddTo(set, wantsToWrite: (IsStalled && !IsStarved) || socket.HasPending);
    }
}
