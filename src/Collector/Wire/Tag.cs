namespace Collector.Wire;

/// <summary>A key and a value that tell series apart beside their names.</summary>
internal sealed record Tag(string Key, string Value);
