namespace Collector.Generators.Model;

/// <summary>A metric and what to compute from the struct's fields.</summary>
internal sealed record FieldBinding(Metric Metric, Expression Value, Conversion Conversion);
