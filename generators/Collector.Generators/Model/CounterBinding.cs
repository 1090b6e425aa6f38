namespace Collector.Generators.Model;

/// <summary>A metric and the performance counter that brings it.</summary>
internal sealed record CounterBinding(Metric Metric, string Counter, Conversion Conversion);
