namespace Collector.Generators.Model;

/// <summary>What a metric counts.</summary>
/// <param name="Name">As in a declaration.</param>
/// <param name="Decimals">Digits after the point that a value needs; 0 for whole numbers.</param>
internal sealed record Unit(string Name, int Decimals)
{
    /// <summary>The closed list.</summary>
    public static readonly EquatableArray<Unit> All = new(
    [
        new("count", 0),
        new("operations", 0),
        new("packets", 0),
        new("errors", 0),
        new("lines", 0),
        new("bytes", 0),
        new("pages", 0),
        new("boolean", 0),
        new("bits_per_second", 0),
        new("hertz", 0),
        new("rpm", 0),
        new("seconds", 6),
        new("milliseconds", 4),
        new("percent", 4),
        new("ratio", 6),
        new("load", 2),
        new("celsius", 3),
        new("timestamp", 3),
    ]);

    /// <summary>Whether values are whole numbers (<c>ulong</c>), not decimal ones (<c>double</c>).</summary>
    public bool IsWhole => Decimals == 0;

    public string Type => IsWhole ? "ulong" : "double";
}
