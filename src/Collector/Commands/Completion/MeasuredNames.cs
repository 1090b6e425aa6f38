using Collector.Metrics;

namespace Collector.Commands.Completion;

/// <summary>What this build can measure, as it is typed.</summary>
internal static class MeasuredNames
{
    public static IEnumerable<string> Groups => Catalog.Groups.ToArray().Select(static group => group.Name);

    public static IEnumerable<string> Metrics => Catalog.Groups.ToArray()
        .SelectMany(static group => group.Metrics.ToArray().Select(metric => $"{group.Name}.{metric.Name}"));
}
