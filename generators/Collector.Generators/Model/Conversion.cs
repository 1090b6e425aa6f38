namespace Collector.Generators.Model;

/// <summary>What is done to a raw value: first a counter is extended, then it is scaled.</summary>
/// <param name="IsWrapping">Whether the kernel's counter has 32 bits.</param>
internal sealed record Conversion(Scale Scale, bool IsWrapping);
