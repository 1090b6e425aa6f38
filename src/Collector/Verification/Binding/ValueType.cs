namespace Collector.Verification;

/// <summary>What kind of value something is.</summary>
/// <param name="Dimension">What it counts.</param>
/// <param name="IsRate">Whether it is per second.</param>
internal readonly record struct ValueType(Dimension Dimension, bool IsRate = false)
{
    public static ValueType Plain => new(Dimension.Plain);

    public static ValueType Count => new(Dimension.Number);

    public bool IsText => Dimension is Dimension.Text or Dimension.Version;

    public static ValueType OfUnit(string unit) => new(unit switch
    {
        "bytes" => Dimension.Bytes,
        "seconds" or "milliseconds" => Dimension.Duration,
        "percent" => Dimension.Percent,
        "ratio" => Dimension.Share,
        "boolean" => Dimension.Boolean,
        "bits_per_second" => Dimension.BitRate,
        "hertz" => Dimension.Frequency,
        "celsius" => Dimension.Temperature,
        "timestamp" => Dimension.Timestamp,
        _ => Dimension.Number,
    });

    /// <summary>What it is, as a noun.</summary>
    public string Describe() => Dimension switch
    {
        Dimension.Bytes => "a number of bytes",
        Dimension.Duration => "a duration",
        Dimension.Percent => "a percentage",
        Dimension.Share => "a share",
        Dimension.Boolean => "0 or 1",
        Dimension.BitRate => "a number of bits per second",
        Dimension.Frequency => "a frequency",
        Dimension.Temperature => "a temperature",
        Dimension.Timestamp => "a point in time",
        Dimension.Text => "a text",
        Dimension.Version => "a version",
        _ => "a number",
    } + (IsRate ? " per second" : "");

    /// <summary>What one may compare it with, as it is written.</summary>
    public string Example() => Dimension switch
    {
        Dimension.Bytes => IsRate ? "10MB/s" : "16GiB",
        Dimension.Duration => "4h",
        Dimension.Percent => "20%",
        Dimension.Share => "50%",
        Dimension.Boolean => "1",
        Dimension.BitRate => "1Gbps",
        Dimension.Frequency => "2.4GHz",
        Dimension.Temperature => "80C",
        Dimension.Timestamp => "\"2026-01-31\"",
        Dimension.Text => "\"web-*\"",
        Dimension.Version => "\"10.0.17763\"",
        _ => IsRate ? "50k/s" : "8",
    };
}
