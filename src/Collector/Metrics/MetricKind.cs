namespace Collector.Metrics;

/// <summary>How a metric's value moves.</summary>
internal enum MetricKind
{
    /// <summary>A level: may rise and fall.</summary>
    Gauge,

    /// <summary>A running total: never falls, except when it starts again.</summary>
    Counter,
}
