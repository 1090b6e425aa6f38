namespace Collector.Configuration;

/// <summary>An object in the list of a setting, as somebody wrote it.</summary>
/// <param name="Place">Where it is: <c>collector.json(3,5): counters[0]</c>.</param>
/// <param name="Properties">Its properties as they are spelt.</param>
internal sealed record SettingObject(string Place, IReadOnlyDictionary<string, PlacedText> Properties);
