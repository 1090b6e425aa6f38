using Collector.Metrics;

namespace Collector.Verification;

/// <summary>Says what a platform does not have.</summary>
internal static class MissingParts
{
    /// <summary>Why a platform does not have a metric; null if it has it.</summary>
    /// <param name="group">The group.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="platform">The platform.</param>
    /// <param name="name">What it is called in the answer.</param>
    public static string? Of(MetricGroup group, MetricInfo metric, Platform platform, string name = "it")
    {
        if (Provenance.Has(group, metric, platform))
        {
            return null;
        }

        Platform other = platform == Platform.Linux ? Platform.Windows : Platform.Linux;
        return Provenance.Has(group, metric, other) ? $"only {other} has {name}" : $"{platform} does not have {name}";
    }

    /// <summary>The metric that tells a group's instances at the least cost; null if the platform does not have the group.</summary>
    public static MetricInfo? CheapestOf(MetricGroup group, Platform platform)
    {
        foreach (MetricInfo metric in group.Metrics)
        {
            if (((group.OnRequest >> metric.Index) & 1) == 0 && Provenance.Has(group, metric, platform))
            {
                return metric;
            }
        }

        return null;
    }
}
