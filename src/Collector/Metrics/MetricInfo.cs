namespace Collector.Metrics;

/// <summary>What a declaration says of a metric.</summary>
/// <param name="Index">Its place in the group, and its bit in <see cref="Row.Present"/>.</param>
/// <param name="Name">Its name within the group.</param>
/// <param name="Unit">The name of its unit.</param>
/// <param name="Decimals">Digits after the point that its unit needs; 0 for whole numbers.</param>
/// <param name="Kind">Counter or gauge.</param>
/// <param name="Description">What it means, as a sentence.</param>
/// <param name="Linux">Where Linux keeps it; null if it has no such thing.</param>
/// <param name="Windows">Where Windows keeps it; null if it has no such thing.</param>
internal sealed record MetricInfo(
    int Index, string Name, string Unit, int Decimals, MetricKind Kind, string Description, string? Linux, string? Windows);
