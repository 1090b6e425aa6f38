namespace Collector.Generators.Model;

/// <summary>A line under the names of collectd.</summary>
/// <param name="Value">What it says, of the group's metrics.</param>
internal sealed record CollectdPath(EquatableArray<PathPart> Parts, InstanceEscape Escape, Expression Value)
    : GroupPath(NameSet.Collectd, Parts, Escape)
{
    public override IEnumerable<(string Text, IReadOnlyList<string> Metrics)> Sent =>
        [(Template, [.. Value.Names.Distinct()])];
}
