namespace Collector.Tests.Sources.Performance;

/// <summary>An instance of a performance object with the numbers of its counters.</summary>
internal sealed record BlobInstance(string Name, params ulong[] Values)
{
    public int UniqueId { get; init; } = -1;

    public uint ParentTitle { get; init; }

    public uint ParentIndex { get; init; }
}
