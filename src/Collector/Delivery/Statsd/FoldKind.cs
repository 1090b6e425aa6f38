namespace Collector.Delivery;

/// <summary>What becomes of the values of a StatsD series that were not sent.</summary>
internal enum FoldKind
{
    /// <summary>A counter: they add up.</summary>
    Sum,

    /// <summary>A gauge: the last one stands for all.</summary>
    Value,

    /// <summary>A gauge with a sign: it changes the value before, whoever has that.</summary>
    Change,
}
