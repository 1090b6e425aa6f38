using Collector.Metrics;

namespace Collector.Verification;

/// <summary>Picks what defines a host out of what was read: the metrics and instances whose declarations say so.</summary>
internal static class DefiningValues
{
    /// <summary>The percentage from which on a file system counts as full.</summary>
    private const double FullPercent = 95;

    public static readonly SnapshotPath HostName = new(SnapshotPath.Host, null, "name");

    /// <summary>Of how much is used only this is kept: the number itself is never twice the same.</summary>
    private const string Full = "full";

    private const string FileSystemType = "type";

    /// <summary>The last start type of services that start by themselves.</summary>
    private const ulong AutomaticStart = 2;

    /// <summary>Whether there is anything in a group that defines a host.</summary>
    public static bool IsIn(MetricGroup group)
    {
        foreach (MetricInfo metric in group.Metrics)
        {
            if (metric.IsDefining)
            {
                return true;
            }
        }

        return group.HasDefiningInstances;
    }

    public static void Add(SortedList<SnapshotPath, SnapshotValue> values, HostFacts facts)
    {
        AddFact(values, "architecture", facts.Architecture);
        AddFact(values, "distribution", facts.Distribution);
        AddFact(values, "kernel", facts.Kernel);
        AddFact(values, HostName.Metric!, facts.Name);
        AddFact(values, "os", facts.Os);
        AddFact(values, "version", facts.Version);
        if (facts.Cpus is int cpus)
        {
            values.Add(new(SnapshotPath.Host, null, "cpus"), SnapshotValue.Of(cpus));
        }
    }

    /// <summary>Adds the type of a file system, if that is in the snapshot.</summary>
    public static void AddType(SortedList<SnapshotPath, SnapshotValue> values, string mount, string type)
    {
        SnapshotPath path = new(DiskUsageGroup.Definition.Name, mount, null);
        if (values.ContainsKey(path))
        {
            values.Add(path with { Metric = FileSystemType }, SnapshotValue.Of(type));
        }
    }

    public static void Add(SortedList<SnapshotPath, SnapshotValue> values, GroupReader reader, bool withVirtual)
    {
        if (!IsIn(reader.Group))
        {
            return;
        }

        for (int row = 0; row < reader.RowCount; row++)
        {
            Row read = reader.RowAt(row);
            SnapshotPath path = new(reader.Group.Name, reader.Group.InstanceLabel is null ? null : read.Instance.Name, null);

            // Two instances may have one name, when what differs cannot be shown; the first one has it.
            if (read.Wanted != 0 && !values.ContainsKey(path) && (withVirtual || !VirtualInterfaces.IsOne(reader.Group, read.Instance.Name)))
            {
                Add(values, reader, row, path);
            }
        }
    }

    private static void Add(SortedList<SnapshotPath, SnapshotValue> values, GroupReader reader, int row, SnapshotPath path)
    {
        if (path.Instance is not null)
        {
            values.Add(path, SnapshotValue.Present);
        }

        foreach (MetricInfo metric in reader.Group.Metrics)
        {
            if (metric.IsDefining && !IsPassing(reader, row, metric) && SnapshotValue.Of(metric, reader.Value(row, metric.Index)) is SnapshotValue value)
            {
                values.Add(path with { Metric = metric.Name }, value);
            }
        }

        if (reader.Group == DiskUsageGroup.Definition && reader.Value(row, DiskUsageGroup.Percent) is { IsPresent: true } used)
        {
            values.Add(path with { Metric = Full }, SnapshotValue.Of(used.Number >= FullPercent));
        }
    }

    /// <summary>Whether a service runs says something only of one that starts by itself: others come and go as they are asked for.</summary>
    private static bool IsPassing(GroupReader reader, int row, MetricInfo metric) =>
        reader.Group == ServiceGroup.Definition && metric.Index == ServiceGroup.Running
        && reader.Value(row, ServiceGroup.StartType) is { IsPresent: true, Whole: > AutomaticStart };

    /// <summary>Whether a value is on one side alone because another one differs: a service that starts by itself no more need not run.</summary>
    public static bool FollowsFromOther(SnapshotPath path, SnapshotValue? expected, SnapshotValue? found) =>
        (expected is null || found is null)
        && path.Group == ServiceGroup.Definition.Name && path.Metric == ServiceGroup.Definition.Metrics[ServiceGroup.Running].Name;

    private static void AddFact(SortedList<SnapshotPath, SnapshotValue> values, string name, string? fact)
    {
        if (fact is not null)
        {
            values.Add(new(SnapshotPath.Host, null, name), SnapshotValue.Of(fact));
        }
    }
}
