using Collector.Metrics;

namespace Collector.Explaining;

/// <summary>The whole way of a metric, from the system's own words to the wire.</summary>
/// <param name="Target">The metric.</param>
/// <param name="Name">What it is called: <c>cpu[0].user</c>.</param>
/// <param name="Declared">Where the declaration says that it is; a line a platform.</param>
/// <param name="Raw">What was read; null for what is computed from other metrics, and for what is not here.</param>
/// <param name="Operands">Other metrics with their values, of which it is computed.</param>
/// <param name="Value">Its value.</param>
/// <param name="Absence">Why it has none; null if it has one.</param>
/// <param name="Hidden">Why it is not sent although it is here; null if it is sent.</param>
/// <param name="Sent">Its lines under each set of names.</param>
internal sealed record Explanation(
    MetricTarget Target,
    string Name,
    IReadOnlyList<string> Declared,
    RawReading? Raw,
    IReadOnlyList<MetricTarget> Operands,
    MetricValue Value,
    string? Absence,
    string? Hidden,
    IReadOnlyList<WireLine> Sent);
