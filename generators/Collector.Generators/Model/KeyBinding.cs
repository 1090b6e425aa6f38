namespace Collector.Generators.Model;

/// <summary>A metric and the key of its line.</summary>
/// <param name="IsOptional">Whether some kernels lack the key.</param>
internal sealed record KeyBinding(Metric Metric, string Key, Conversion Conversion, bool IsOptional);
