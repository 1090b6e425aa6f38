namespace Collector.Sources;

/// <summary>A name that a line of names may have.</summary>
/// <param name="Name">The name.</param>
/// <param name="Metric">The metric whose value stands below it.</param>
/// <param name="IsOptional">Whether some kernels lack it.</param>
internal readonly record struct HeaderKey(string Name, int Metric, bool IsOptional = false);
