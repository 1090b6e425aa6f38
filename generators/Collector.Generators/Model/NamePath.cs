namespace Collector.Generators.Model;

/// <summary>What a group's metrics are called in one set of names.</summary>
/// <param name="Parts">The path's text and placeholders.</param>
/// <param name="Metrics">The metrics that are sent under these names.</param>
internal sealed record NamePath(
    NameSet Set, EquatableArray<PathPart> Parts, InstanceEscape Escape, EquatableArray<Metric> Metrics);
