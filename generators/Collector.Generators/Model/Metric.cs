namespace Collector.Generators.Model;

/// <summary>A declared metric.</summary>
/// <param name="Index">Its place among the group's metrics.</param>
/// <param name="Derived">What it is computed from; null for a metric that sources bring.</param>
/// <param name="IsOnRequest">Whether it is read only when users ask for it by name.</param>
/// <param name="Of">The metric of the group that it is a part of; null if it is a part of none.</param>
/// <param name="IsDefining">Whether it says what a host is, rather than what happens on it.</param>
internal sealed record Metric(
    int Index, string Name, Unit Unit, MetricKind Kind, string Description, Expression? Derived, bool IsOnRequest,
    string? Of = null, bool IsDefining = false)
{
    public bool IsCounter => Kind == MetricKind.Counter;
}
