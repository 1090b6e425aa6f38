namespace Collector.Configuration;

/// <summary>A value, and where it was written.</summary>
/// <param name="Text">What was written.</param>
/// <param name="Place">Where: <c>collector.json(3,17): counters[0].name</c>.</param>
internal readonly record struct PlacedText(string Text, string Place);
