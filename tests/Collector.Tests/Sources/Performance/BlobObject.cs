namespace Collector.Tests.Sources.Performance;

/// <summary>A performance object as a provider would write it.</summary>
internal sealed class BlobObject(uint title)
{
    public uint Title => title;

    public long Time { get; init; }

    public long Frequency { get; init; } = 1;

    public uint CodePage { get; init; }

    public bool HasInstances { get; init; } = true;

    /// <summary>The number of each counter's name, and its type.</summary>
    public List<(uint Title, uint Type)> Counters { get; init; } = [];

    public List<BlobInstance> Instances { get; init; } = [];
}
