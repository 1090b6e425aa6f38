using Collector.Metrics;

namespace Collector.Counters;

/// <summary>A metric that users add in the configuration.</summary>
/// <param name="Name">Its name within the group.</param>
/// <param name="Target">What it is called where it comes from: a counter, or the key of a line.</param>
/// <param name="Unit">Its unit; null for that which the counter itself has.</param>
/// <param name="Kind">Its kind; null for that which the counter itself has.</param>
/// <param name="Scale">How many of its units one raw unit is.</param>
/// <param name="Description">What it means.</param>
/// <param name="Column">The column of a line, from 0; -1 for metrics that have none.</param>
/// <param name="IsHexadecimal">Whether the column is a hexadecimal number.</param>
internal sealed record ConfiguredMetric(
    string Name, string Target, MetricUnit? Unit, MetricKind? Kind, decimal Scale, string Description,
    int Column = -1, bool IsHexadecimal = false)
{
    /// <summary>A value in the metric's unit.</summary>
    public MetricValue Convert(MetricValue raw, MetricUnit unit)
    {
        if (!raw.IsPresent)
        {
            return MetricValue.None;
        }

        if (!unit.IsWhole)
        {
            return MetricValue.Of(raw.Number * (double)Scale);
        }

        // A number of things has no sign, and one that the kernel gives is none.
        return raw.IsWhole ? MetricValue.Of(Arithmetic.Product(raw.Whole, (ulong)Scale))
            : raw.Number < 0 ? MetricValue.None
            : MetricValue.Of((ulong)Math.Round(raw.Number * (double)Scale));
    }
}
