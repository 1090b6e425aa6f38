namespace Collector.Metrics;

/// <summary>Finds out where the metrics of a group come from.</summary>
internal static class Provenance
{
    public static MetricInfo? Find(MetricGroup group, string metric)
    {
        foreach (MetricInfo candidate in group.Metrics)
        {
            if (candidate.Name == metric)
            {
                return candidate;
            }
        }

        return null;
    }

    /// <summary>The source that brings a metric on a platform; null if none does.</summary>
    public static SourceInfo? SourceOf(MetricGroup group, MetricInfo metric, Platform platform) =>
        Array.Find(group.DeclaredSources, source => source.IsFor(platform) && source.OriginOf(metric) is not null);

    /// <summary>The metrics of a group that an expression names.</summary>
    public static List<MetricInfo> OperandsOf(MetricGroup group, string expression) =>
        ExpressionNames.In(expression).ConvertAll(name => Find(group, name)!);

    /// <summary>Some metrics of a group and those that they are derived from, a bit each.</summary>
    public static ulong Needed(MetricGroup group, ulong wanted)
    {
        ulong needed = wanted;

        // What an expression names stands before it, so that from the last to the first none is missed.
        for (int index = group.Metrics.Length - 1; index >= 0; index--)
        {
            if (group.Metrics[index].Derived is string expression && ((needed >> index) & 1) != 0)
            {
                foreach (MetricInfo operand in OperandsOf(group, expression))
                {
                    needed |= 1ul << operand.Index;
                }
            }
        }

        return needed;
    }

    /// <summary>Whether a platform has a metric.</summary>
    public static bool Has(MetricGroup group, MetricInfo metric, Platform platform) => metric.Derived is null
        ? SourceOf(group, metric, platform) is not null
        : OperandsOf(group, metric.Derived).TrueForAll(operand => Has(group, operand, platform));

    /// <summary>Where a platform keeps a metric, in a few words; null if it has no such thing.</summary>
    public static string? Describe(MetricGroup group, MetricInfo metric, Platform platform) =>
        !Has(group, metric, platform) ? null
        : SourceOf(group, metric, platform) is SourceInfo source ? source.Describe(source.OriginOf(metric)!)
        : metric.Derived;
}
