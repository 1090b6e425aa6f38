namespace Collector.Generators.Model;

/// <summary>What a group's metrics are called in a set of names that has one line for each.</summary>
/// <param name="IsDefault">Whether the group declares none, and this is the one that it has then.</param>
/// <param name="Metrics">The metrics that are sent under these names.</param>
internal sealed record NamePath(
    NameSet Set, EquatableArray<PathPart> Parts, InstanceEscape Escape, bool IsDefault, EquatableArray<Metric> Metrics)
    : GroupPath(Set, Parts, Escape)
{
    public override IEnumerable<(string Text, IReadOnlyList<string> Metrics)> Sent =>
        Metrics.Select(metric => (TextFor(metric.Name), (IReadOnlyList<string>)[metric.Name]));
}
