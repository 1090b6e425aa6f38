using System.Numerics;
using Collector.Metrics;

namespace Collector.Explaining;

/// <summary>A metric of one instance, or of the host.</summary>
/// <param name="Group">Its group.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Reader">What reads it; null if this host has nothing to read it from.</param>
/// <param name="Row">Its row in the last read; -1 if there is none.</param>
internal sealed record MetricTarget(MetricGroup Group, MetricInfo Metric, GroupReader? Reader, int Row)
{
    public Instance? Instance => Row < 0 ? null : Reader!.RowAt(Row).Instance;

    /// <summary>Its name as users write it: <c>cpu[0].user</c>.</summary>
    public string Name => Group.InstanceLabel is null || Instance is null
        ? $"{Group.Name}.{Metric.Name}"
        : $"{Group.Name}[{Instance.Name}].{Metric.Name}";

    public MetricValue Value => Row < 0 ? MetricValue.None : Reader!.Value(Row, Metric.Index);

    /// <summary>Targets for each metric of a mask.</summary>
    public static IEnumerable<MetricTarget> Of(GroupReader reader, int row, ulong metrics)
    {
        for (; metrics != 0; metrics &= metrics - 1)
        {
            yield return new(reader.Group, reader.Group.Metrics[BitOperations.TrailingZeroCount(metrics)], reader, row);
        }
    }
}
