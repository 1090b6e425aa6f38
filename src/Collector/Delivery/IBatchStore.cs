using System.Diagnostics.CodeAnalysis;

namespace Collector.Delivery;

/// <summary>
/// Keeps batches from the tick until they are delivered: first those that were sent and may have to be sent again,
/// then those that wait. A batch leaves only by <see cref="Complete"/>, or when there is no room for it.
/// </summary>
internal interface IBatchStore
{
    /// <summary>Lines that wait to be sent.</summary>
    long WaitingLines { get; }

    /// <summary>Lines given up for want of room, ever.</summary>
    long DroppedLines { get; }

    /// <summary>The most that it keeps, as people write it.</summary>
    string Limit { get; }

    /// <summary>The oldest batch that waits to be sent.</summary>
    bool TryPeek([MaybeNullWhen(false)] out Batch batch);

    /// <summary>Takes a copy of a tick's lines, behind all others.</summary>
    Batch Append(ReadOnlySpan<byte> bytes, ReadOnlySpan<int> packetEnds, int lines, long stamp);

    /// <summary>The oldest waiting batch was handed to the network, whole.</summary>
    /// <param name="now">Monotonic milliseconds.</param>
    void MarkSent(long now);

    /// <summary>Forgets the batches that were sent up to then.</summary>
    /// <param name="sentUntil">Monotonic milliseconds.</param>
    void Complete(long sentUntil);

    /// <summary>The connection broke: what was sent and not completed waits again, from its first byte.</summary>
    void Rewind();
}
