namespace Collector.Generators.Model;

/// <summary>A declared metric.</summary>
/// <param name="Index">Its place among the group's metrics.</param>
/// <param name="Derived">What it is computed from; null for a metric that sources bring.</param>
internal sealed record Metric(
    int Index, string Name, Unit Unit, MetricKind Kind, string Description, Expression? Derived)
{
    public bool IsCounter => Kind == MetricKind.Counter;
}
