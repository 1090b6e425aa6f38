namespace Collector.Generators.Model;

/// <summary>What a group's metrics are called in one set of names.</summary>
/// <param name="Parts">The path's text and placeholders.</param>
/// <param name="Metrics">The metrics that are sent under these names.</param>
internal sealed record NamePath(
    NameSet Set, EquatableArray<PathPart> Parts, InstanceEscape Escape, EquatableArray<Metric> Metrics);

/// <summary>A piece of a path: text, or a placeholder whose text is empty.</summary>
internal sealed record PathPart(PathPartKind Kind, string Text = "");

internal enum PathPartKind
{
    Text,
    Instance,
    Metric,
}

/// <summary>A set of names.</summary>
internal enum NameSet
{
    Native,
    Metcollect,
}

/// <summary>How an instance's name becomes a node of a path.</summary>
internal enum InstanceEscape
{
    Node,
    Mount,
    Drive,
    Punctuation,
    Plain,
}
