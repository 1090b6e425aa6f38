namespace Collector.Metrics;

/// <summary>The units that a metric may have.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="Decimals">Digits after the point that a value needs; 0 for whole numbers.</param>
internal sealed record MetricUnit(string Name, int Decimals)
{
    /// <summary>The closed list that declarations have too.</summary>
    public static MetricUnit[] All { get; } =
    [
        new("count", 0), new("operations", 0), new("packets", 0), new("errors", 0), new("lines", 0), new("bytes", 0),
        new("pages", 0), new("boolean", 0), new("bits_per_second", 0), new("hertz", 0), new("rpm", 0), new("seconds", 6),
        new("milliseconds", 4), new("percent", 4), new("ratio", 6), new("load", 2), new("celsius", 3), new("timestamp", 3),
    ];

    public static MetricUnit Count => All[0];

    public bool IsWhole => Decimals == 0;

    public static MetricUnit? Find(string name) => Array.Find(All, unit => unit.Name == name);
}
