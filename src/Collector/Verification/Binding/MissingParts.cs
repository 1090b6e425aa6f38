using Collector.Metrics;

namespace Collector.Verification;

/// <summary>Says what a platform does not have.</summary>
internal static class MissingParts
{
    /// <summary>Why a platform does not have a metric; null if it has it.</summary>
    public static string? Of(MetricGroup group, MetricInfo metric, Platform platform)
    {
        if (Provenance.Has(group, metric, platform))
        {
            return null;
        }

        Platform other = platform == Platform.Linux ? Platform.Windows : Platform.Linux;
        return Provenance.Has(group, metric, other)
            ? $"only {other} has {group.Name}.{metric.Name}"
            : $"{platform} does not have {group.Name}.{metric.Name}";
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
