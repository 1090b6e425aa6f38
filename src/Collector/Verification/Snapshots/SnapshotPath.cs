namespace Collector.Verification;

/// <summary>Where a value stands in a snapshot: <c>disk_usage[/var].total</c>, <c>host.os</c>; <c>disk_io[sda]</c> for the instance itself.</summary>
/// <param name="Group">The name of the group; <see cref="Host"/> for facts.</param>
/// <param name="Instance">The name of the instance; null for a group that has none.</param>
/// <param name="Metric">The name of the metric; null for the instance itself.</param>
internal readonly record struct SnapshotPath(string Group, string? Instance, string? Metric) : IComparable<SnapshotPath>
{
    /// <summary>What facts stand below.</summary>
    public const string Host = "host";

    public bool IsFact => Group == Host;

    /// <summary>The instance that this is a value of.</summary>
    public SnapshotPath Whole => this with { Metric = null };

    /// <summary>Facts first, then by names; an instance before its values.</summary>
    public int CompareTo(SnapshotPath other)
    {
        int order = other.IsFact.CompareTo(IsFact);
        order = order != 0 ? order : string.CompareOrdinal(Group, other.Group);
        order = order != 0 ? order : string.CompareOrdinal(Instance, other.Instance);
        return order != 0 ? order : string.CompareOrdinal(Metric, other.Metric);
    }

    public override string ToString()
    {
        string whole = Instance is null ? Group : $"{Group}[{Instance}]";
        return Metric is null ? whole : $"{whole}.{Metric}";
    }
}
