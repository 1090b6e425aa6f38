namespace Collector.Metrics;

/// <summary>The values of one instance. The same object serves every tick for as long as the instance lives.</summary>
internal abstract class Row
{
    public Instance Instance { get; internal set; } = null!;

    /// <summary>Bit n says that metric n of the group has a value in this tick.</summary>
    public ulong Present { get; set; }

    /// <summary>The metrics of this instance that users want. Set when the instance appears.</summary>
    public ulong Wanted { get; set; } = ulong.MaxValue;

    /// <summary>The metrics that have a value in this tick, and that are wanted: what is shown and sent.</summary>
    public ulong Sent => Present & Wanted;

    public bool IsSent(int metric) => ((Sent >> metric) & 1) != 0;

    public bool Has(int metric) => ((Present >> metric) & 1) != 0;

    public void Set(int metric) => Present |= 1ul << metric;
}
