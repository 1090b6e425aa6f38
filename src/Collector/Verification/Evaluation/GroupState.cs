using Collector.Filters;
using Collector.Metrics;
using Collector.Sources;

namespace Collector.Verification;

/// <summary>What was read of a group at one moment.</summary>
/// <param name="Instances">The rows; one without a name for a group that has no instances.</param>
/// <param name="Fault">What went wrong.</param>
internal sealed record GroupState(IReadOnlyList<InstanceState> Instances, Fault Fault)
{
    /// <summary>What instances there are, whether they were asked for or not.</summary>
    public IReadOnlyList<string> Known { get; init; } = [.. Instances.Where(static instance => !instance.IsUnusual).Select(static instance => instance.Name)];

    /// <summary>Keeps what a reader has just read: its rows are used again in the next read.</summary>
    public static GroupState Of(GroupReader reader, RowFilter filter)
    {
        List<InstanceState> instances = [];
        HashSet<string> known = [.. filter.Seen ?? []];
        for (int row = 0; row < reader.RowCount; row++)
        {
            Row values = reader.RowAt(row);
            string name = values.Instance.Name;
            known.Add(name);
            if (values.Wanted != 0)
            {
                instances.Add(new(name, filter.IsUnusual(name), ValuesOf(reader, row)));
            }
        }

        return new(instances, reader.Fault) { Known = [.. known.Where(name => !filter.IsUnusual(name))] };
    }

    private static MetricValue[] ValuesOf(GroupReader reader, int row)
    {
        MetricValue[] values = new MetricValue[reader.Group.Metrics.Length];
        for (int metric = 0; metric < values.Length; metric++)
        {
            values[metric] = reader.Value(row, metric);
        }

        return values;
    }
}
