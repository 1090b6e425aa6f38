using Collector.Generators.Model;

namespace Collector.Generators.Parsing;

/// <summary>The closed lists of the grammar. <c>metrics.schema.json</c> says the same to editors; a test compares.</summary>
internal static class Grammar
{
    public const int MaxMetrics = 64;
    public const int MaxNameLength = 64;
    public const int MaxCollectdPaths = 64;

    /// <summary>However long a metric's name is, a node of 251 bytes keeps more than 60 for the instance beside it.</summary>
    public const int MaxPathLength = 140;

    public static readonly string[] Declaration =
        ["$schema", "group", "description", "instance", "defines", "metrics", "sources", "names"];

    public static readonly string[] Metric = ["name", "unit", "kind", "description", "derived", "of", "defines", "on", "onRequest"];

    public static readonly string[] Platforms = ["linux", "windows", "any"];

    /// <summary>What a metric may be limited to.</summary>
    public static readonly string[] On = ["linux", "windows"];

    public static readonly string[] Kinds = ["counter", "gauge"];

    public static readonly string[] Units = [.. Unit.All.Select(static unit => unit.Name)];

    /// <summary>The properties that a source may have; the first says which kind it is.</summary>
    public static readonly string[] KeyedFile = ["file", "header", "keys", "scale", "optional"];

    public static readonly string[] ColumnsFile = ["file", "columns", "rows", "exclude", "mayBeEmpty", "scale", "optional"];

    public static readonly string[] InstanceFile = ["file", "columns", "scale", "optional"];

    public static readonly string[] Native = ["native", "fields", "scale"];

    public static readonly string[] Pdh = ["pdh", "counters", "scale"];

    public static readonly string[] Key = ["key", "scale", "width", "offset"];

    public static readonly string[] Column = ["column", "scale", "width", "offset"];

    public static readonly string[] Field = ["field", "scale", "width", "offset"];

    public static readonly string[] Counter = ["counter", "scale", "width", "offset"];

    public static readonly string[] NameSets = ["native", "metcollect", "collectd"];

    public static readonly string[] Path = ["path", "metrics"];

    public static readonly string[] Escapes = ["node", "mount", "drive", "punctuation", "plain", "collectd", "collectdMount"];

    /// <summary>Names that a group may not have, since the runtime has classes such as <c>LineReader</c>.</summary>
    private static readonly string[] s_reservedGroups =
        ["collectd", "counter", "field", "group", "line", "metric", "path", "sample", "source"];

    /// <summary>Names that a metric may not have, since generated classes have members of these names.</summary>
    private static readonly string[] s_reservedMetrics =
    [
        "add", "create_idle_reader", "create_reader", "create_sources", "declared_sources", "definition", "description", "equals", "finalize", "get_hash_code",
        "get_type", "has",
        "instance", "instance_label", "is_sent", "memberwise_clone", "metric_info", "metric_kind", "metrics", "name", "node", "on_request",
        "open", "open_reader", "operating_system", "origins_text", "path_of", "platform", "present", "reference_equals", "sent", "set", "to_string", "wanted",
    ];

    public static bool IsReservedGroup(string name) => s_reservedGroups.Contains(name);

    public static bool IsReservedMetric(string name, string group) =>
        s_reservedMetrics.Contains(name)
        || name.EndsWith("_wrap", StringComparison.Ordinal)
        || name == group + "_group" || name == group + "_row";
}
