namespace Collector.Generators.Model;

/// <summary>How a metric's value moves.</summary>
internal enum MetricKind
{
    Gauge,
    Counter,
}
