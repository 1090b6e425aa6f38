namespace Collector.Counters;

/// <summary>A column of a <see cref="LinePattern"/>.</summary>
/// <param name="Literal">The text that stands there, or before the instance; null for anything.</param>
/// <param name="IsInstance">Whether the instance's name stands there.</param>
/// <param name="Delimiter">The byte that ends the name; 0 for a blank.</param>
/// <param name="IsInteger">Whether the name is a whole number.</param>
internal sealed record LineToken(byte[]? Literal, bool IsInstance = false, byte Delimiter = 0, bool IsInteger = false);
