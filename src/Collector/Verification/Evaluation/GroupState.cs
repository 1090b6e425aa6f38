using Collector.Filters;
using Collector.Metrics;
using Collector.Sources;

namespace Collector.Verification;

/// <summary>What was read of a group at one moment.</summary>
/// <param name="Instances">The rows; one without a name for a group that has no instances.</param>
/// <param name="Fault">What went wrong.</param>
internal sealed record GroupState(IReadOnlyList<InstanceState> Instances, Fault Fault)
{
    /// <summary>Keeps what a reader has just read: its rows are used again in the next read.</summary>
    public static GroupState Of(GroupReader reader, RowFilter filter)
    {
        InstanceState[] instances = new InstanceState[reader.RowCount];
        for (int row = 0; row < instances.Length; row++)
        {
            string name = reader.RowAt(row).Instance.Name;
            MetricValue[] values = new MetricValue[reader.Group.Metrics.Length];
            for (int metric = 0; metric < values.Length; metric++)
            {
                values[metric] = reader.Value(row, metric);
            }

            instances[row] = new(name, filter.IsUnusual(name), values);
        }

        return new(instances, reader.Fault);
    }
}
