using Collector.Metrics;

namespace Collector.Wire;

/// <summary>What the metrics of a group are called in one set of names.</summary>
/// <param name="Text">The path behind prefix and host, with <c>{metric}</c> and, where the group has instances, <c>{instance}</c>.</param>
/// <param name="Escape">How an instance becomes a node of it.</param>
/// <param name="Metrics">Bit n says that metric n of the group is sent.</param>
internal sealed record PathTemplate(
    string Text, InstanceEscape Escape = InstanceEscape.Node, ulong Metrics = ulong.MaxValue)
{
    private const string Metric = "{metric}";
    private const string Instance = "{instance}";

    /// <summary>The path that a group has which declares none.</summary>
    public static PathTemplate Native(MetricGroup group) =>
        new(group.InstanceLabel is null ? $"{group.Name}.{Metric}" : $"{group.Name}.{Instance}.{Metric}");

    /// <summary>The name that a group has which is told apart by tags.</summary>
    public static PathTemplate Tagged(MetricGroup group) => new($"{group.Name}.{Metric}", InstanceEscape.Tag);

    /// <summary>The path of a metric.</summary>
    public string Fill(string metric, string? node) =>
        Text.Replace(Metric, metric, StringComparison.Ordinal).Replace(Instance, node, StringComparison.Ordinal);

    /// <summary>How many characters the instance shares its node with; each is a byte.</summary>
    public static int BesideInstance(string path)
    {
        string? node = Array.Find(path.Split('.'), static node => node.Contains(Instance, StringComparison.Ordinal));
        return node is null ? 0 : node.Length - Instance.Length;
    }
}
