namespace Collector.Metrics;

/// <summary>What a declaration says of a metric.</summary>
/// <param name="index">Its place in the group, and its bit in <see cref="Row.Present"/>.</param>
/// <param name="name">Its name within the group.</param>
/// <param name="unit">The name of its unit.</param>
/// <param name="decimals">Digits after the point that its unit needs; 0 for whole numbers.</param>
/// <param name="kind">Counter or gauge.</param>
/// <param name="description">What it means, as a sentence.</param>
/// <param name="derived">The expression of other metrics that it is; null for a metric that sources bring.</param>
/// <param name="of">The metric of its group that it is a part of; null if it is a part of none.</param>
/// <param name="isDefining">Whether it says what a host is, rather than what happens on it.</param>
internal sealed class MetricInfo(
    int index, string name, string unit, int decimals, MetricKind kind, string description,
    string? derived = null, string? of = null, bool isDefining = false)
{
    public int Index => index;

    public string Name => name;

    public string Unit => unit;

    public int Decimals => decimals;

    public MetricKind Kind => kind;

    public string Description => description;

    public string? Derived => derived;

    public string? Of => of;

    public bool IsDefining => isDefining;
}
