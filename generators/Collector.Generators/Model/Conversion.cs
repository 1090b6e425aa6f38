namespace Collector.Generators.Model;

/// <summary>What is done to a raw value: first a counter is extended, then it is scaled, then the offset is added.</summary>
/// <param name="IsWrapping">Whether the kernel's counter has 32 bits.</param>
/// <param name="Offset">What is added to a decimal number.</param>
internal sealed record Conversion(Scale Scale, bool IsWrapping, decimal Offset = 0);
