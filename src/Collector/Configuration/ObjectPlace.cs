namespace Collector.Configuration;

/// <summary>Where an object in the list of a setting is.</summary>
/// <param name="Place">Where it was written: <c>collector.json(3,5): counters[0]</c>.</param>
/// <param name="Properties">Its properties as they are spelt.</param>
internal sealed record ObjectPlace(string Place, IReadOnlyDictionary<string, ValuePlace> Properties);
