namespace Collector.Metrics;

/// <summary>Where a source keeps one metric.</summary>
/// <param name="metric">The metric's name.</param>
/// <param name="place">The key, the name or the number of the column (from 1), the expression of fields, or the counter.</param>
/// <param name="conversion">What is done to the raw value, as it is written behind it: <c> / 100</c>; empty if nothing is.</param>
internal sealed class Origin(string metric, string place, string conversion)
{
    /// <summary>How a conversion speaks of the kernel's clock.</summary>
    public const string ClockTicks = "clock ticks";

    public string Metric => metric;

    public string Place => place;

    public string Conversion => conversion;
}
