namespace Collector.Generators.Model;

/// <summary>A piece of a path: text, or a placeholder whose text is empty.</summary>
internal sealed record PathPart(PathPartKind Kind, string Text = "");
