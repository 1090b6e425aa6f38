using Collector.Generators.Model;

namespace Collector.Generators.Emit;

/// <summary>What the classes of a group are called.</summary>
internal sealed record GroupNames(string Stem)
{
    public GroupNames(Declaration group)
        : this(Identifier.Pascal(group.Group))
    {
    }

    public string Group => Stem + "Group";

    public string Row => Stem + "Row";

    public string Reader => Stem + "Reader";

    public string ReaderOf(Declaration group, Source source) => Stem + PartOf(group, source);

    /// <summary>What writes samples under names that have a line for each metric.</summary>
    public string Serializer => Stem + "Serializer";

    /// <summary>What writes samples under the names of collectd.</summary>
    public string CollectdSerializer => Stem + "CollectdSerializer";

    /// <summary>The constant that is the index of a metric.</summary>
    public string Index(Metric metric) => $"{Group}.{Member(metric)}";

    public string HintName(string part) => $"{Stem}.{part}.g.cs";

    /// <summary>The reader of a source among a group's classes: <c>LinuxReader</c>, <c>LinuxReader2</c>.</summary>
    public static string PartOf(Declaration group, Source source)
    {
        int index = group.IndexOf(source);
        return $"{source.Platform}Reader{(index > 0 ? $"{index + 1}" : "")}";
    }

    /// <summary>The field that holds a metric's value.</summary>
    public static string Member(Metric metric) => Identifier.Pascal(metric.Name);

    /// <summary>The field that extends a metric's counter.</summary>
    public static string Wrap(Metric metric) => Member(metric) + "Wrap";
}
