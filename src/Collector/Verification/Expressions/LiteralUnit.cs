namespace Collector.Verification;

/// <summary>What stands behind a number: <c>GiB</c>, <c>ms</c>, <c>%</c>, <c>MB/s</c>.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="Dimension">What it counts.</param>
/// <param name="Factor">How many bytes, seconds and so on one of it is.</param>
/// <param name="IsRate">Whether it is one a second.</param>
internal sealed record LiteralUnit(string Name, Dimension Dimension, double Factor, bool IsRate = false)
{
    private const string PerSecond = "/s";

    public static LiteralUnit None { get; } = new("", Dimension.Plain, 1);

    /// <summary>Those that printing prefers stand before their other spellings.</summary>
    public static LiteralUnit[] All { get; } =
    [
        new("%", Dimension.Percent, 1),
        new("k", Dimension.Plain, 1e3), new("M", Dimension.Plain, 1e6), new("G", Dimension.Plain, 1e9),
        new("T", Dimension.Plain, 1e12), new("P", Dimension.Plain, 1e15), new("K", Dimension.Plain, 1e3),
        new("Ki", Dimension.Plain, 1L << 10), new("Mi", Dimension.Plain, 1L << 20), new("Gi", Dimension.Plain, 1L << 30),
        new("Ti", Dimension.Plain, 1L << 40), new("Pi", Dimension.Plain, 1L << 50),
        new("B", Dimension.Bytes, 1), new("kB", Dimension.Bytes, 1e3), new("KB", Dimension.Bytes, 1e3),
        new("MB", Dimension.Bytes, 1e6), new("GB", Dimension.Bytes, 1e9), new("TB", Dimension.Bytes, 1e12),
        new("PB", Dimension.Bytes, 1e15), new("KiB", Dimension.Bytes, 1L << 10), new("MiB", Dimension.Bytes, 1L << 20),
        new("GiB", Dimension.Bytes, 1L << 30), new("TiB", Dimension.Bytes, 1L << 40), new("PiB", Dimension.Bytes, 1L << 50),
        new("ms", Dimension.Duration, 1e-3), new("s", Dimension.Duration, 1), new("m", Dimension.Duration, 60),
        new("min", Dimension.Duration, 60), new("h", Dimension.Duration, 3600), new("d", Dimension.Duration, 86400),
        new("w", Dimension.Duration, 604800),
        new("Hz", Dimension.Frequency, 1), new("kHz", Dimension.Frequency, 1e3), new("MHz", Dimension.Frequency, 1e6),
        new("GHz", Dimension.Frequency, 1e9),
        new("bps", Dimension.BitRate, 1), new("kbps", Dimension.BitRate, 1e3), new("Mbps", Dimension.BitRate, 1e6),
        new("Gbps", Dimension.BitRate, 1e9),
        new("C", Dimension.Temperature, 1),
    ];

    /// <summary>The unit that is written so, exactly; null if there is none.</summary>
    public static LiteralUnit? Find(string name) =>
        name.Length == 0 ? None : Array.Find(All, unit => unit.Name == name);

    /// <summary>What somebody may have meant who wrote another name.</summary>
    public static string Hint(string name)
    {
        if (name.Any(char.IsAsciiDigit))
        {
            return "a number has one unit, and no exponent: 90m, not 1h30m; 1G, not 1e9";
        }

        // Of single letters each is near to each.
        string[] longer = [.. All.Select(static unit => unit.Name).Where(static known => known.Length > 1)];
        return name.Length > 1 && Nearest.To(name, longer) is string nearest
            ? $"did you mean '{nearest}'?"
            : "there are %, k M G T P, Ki Mi Gi Ti Pi, B kB MB GB TB PB, KiB MiB GiB TiB PiB, ms s m h d w, Hz kHz MHz GHz, bps kbps Mbps Gbps, C";
    }

    /// <summary>Whether something can grow by so much in a second.</summary>
    public bool CanBeRate => Dimension is Dimension.Plain or Dimension.Bytes;

    public LiteralUnit AsRate() => new(Name + PerSecond, Dimension, Factor, IsRate: true);
}
