namespace Collector.Explaining;

/// <summary>What is sent of a metric under one set of names.</summary>
/// <param name="Names">The set of names, or the wire.</param>
/// <param name="Text">The line; if nothing is sent, why not.</param>
internal sealed record WireLine(string Names, string Text);
