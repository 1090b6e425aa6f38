namespace Collector.Configuration;

/// <summary>Where a value is: for programs, and for people.</summary>
/// <param name="Path">Its path in the configuration, as in <c>counters:0:file</c>; null if it is not in there.</param>
/// <param name="Place">Where it was written: <c>collector.json(3,17): counters[0].file</c>.</param>
/// <param name="Before">What comes before it: the key of a tag with its equals sign.</param>
internal readonly record struct ValuePlace(string? Path, string Place, string Before = "");
