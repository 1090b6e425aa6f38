using Collector.Metrics;

namespace Collector.Filters;

/// <summary>One item of a filter: <c>disk_io[sd*].read_*</c>, <c>-net_io</c>, <c>+disk_io[loop*]</c>.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Sign">What it does.</param>
/// <param name="Group">The pattern of groups.</param>
/// <param name="Instance">The pattern of instances; null for those that are measured if nothing is said.</param>
/// <param name="Metric">The pattern of metrics; null for all.</param>
internal sealed record FilterItem(string Text, FilterSign Sign, string Group, string? Instance, string? Metric)
{
    public bool Matches(MetricGroup group) => Glob.IsMatch(Group, group.Name);

    /// <summary>
    /// The metrics of a group that it matches, a bit each: those that are read on request only if it speaks of metrics.
    /// With brackets, a group without instances has none.
    /// </summary>
    /// <param name="group">The group.</param>
    /// <param name="all">Whether those that are read on request are asked for anyhow.</param>
    public ulong MetricsOf(MetricGroup group, bool all)
    {
        ulong metrics = 0;
        bool isMatch = Matches(group) && (Instance is null || group.InstanceLabel is not null);
        foreach (MetricInfo metric in isMatch ? group.Metrics : default)
        {
            if (Metric is null || Glob.IsMatch(Metric, metric.Name))
            {
                metrics |= 1ul << metric.Index;
            }
        }

        return Metric is null && Sign != FilterSign.Remove && !all ? metrics & ~group.OnRequest : metrics;
    }

    /// <summary>Whether it decides about an instance. Unnamed, an unusual one can be left out, but not brought in.</summary>
    public bool Matches(string instance, bool isUsual) => Instance is null
        ? isUsual || Sign == FilterSign.Remove
        : Glob.IsMatch(Instance, instance);
}
