namespace Collector.Metrics;

/// <summary>What a metric counts, with the name that declarations use.</summary>
/// <param name="Name">As in a declaration: <c>bytes</c>, <c>seconds</c>.</param>
/// <param name="Decimals">Digits after the point that a value needs; 0 for whole numbers.</param>
internal sealed record Unit(string Name, int Decimals);
