namespace Collector.Generators.Model;

/// <summary>A metric and the number of its column, from 0.</summary>
/// <param name="IsOptional">Whether some kernels lack the column.</param>
internal sealed record ColumnBinding(Metric Metric, int Column, Conversion Conversion, bool IsOptional);
