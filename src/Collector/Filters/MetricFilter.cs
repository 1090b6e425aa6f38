using Collector.Metrics;

namespace Collector.Filters;

/// <summary>What users want to be measured: groups, instances and metrics.</summary>
/// <remarks>
/// With an item that has no sign, nothing is wanted to begin with; without one, everything but unusual instances.
/// Then the items apply in their order.
/// </remarks>
internal sealed record MetricFilter
{
    /// <summary>Nothing was said.</summary>
    public static MetricFilter Default { get; } = new();

    public IReadOnlyList<FilterItem> Items { get; init; } = [];

    /// <summary>Whether unusual instances (loop devices, pseudo file systems) are wanted like all others.</summary>
    public bool All { get; init; }

    /// <summary>Whether only what items name is wanted.</summary>
    public bool IsSelective => Items.Any(static item => item.Sign == FilterSign.Only);

    /// <summary>The metrics of a group that could be wanted of some instance; 0 if the group need not be read.</summary>
    public ulong PossibleOf(MetricGroup group)
    {
        ulong possible = AtFirst(group);
        foreach (FilterItem item in Items)
        {
            ulong metrics = item.MetricsOf(group, All);
            if (item.Sign != FilterSign.Remove)
            {
                possible |= metrics;
            }
            else if (item.Instance is null || item.Instance.AsSpan().Trim('*').IsEmpty)
            {
                possible &= ~metrics;
            }
        }

        return possible;
    }

    /// <summary>The metrics of a usual instance that are wanted before any item applies.</summary>
    public ulong AtFirst(MetricGroup group) =>
        IsSelective ? 0 : (ulong.MaxValue >> (64 - group.Metrics.Length)) & ~(All ? 0 : group.OnRequest);
}
