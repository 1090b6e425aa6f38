using System.Globalization;
using Collector.Metrics;
using Collector.Reports;

namespace Collector.Verification;

/// <summary>Writes values as people read them.</summary>
internal static class ValueFormat
{
    public static string Of(double number, ValueType type)
    {
        string text = type.Dimension switch
        {
            Dimension.Bytes => Human(number, "bytes"),
            Dimension.Duration => Human(number, "seconds"),
            Dimension.Percent => Human(number, "percent"),
            Dimension.Timestamp => Human(number, "timestamp"),
            Dimension.Share => $"{Plain(number)} ({Human(100 * number, "percent")})",
            Dimension.Temperature => $"{Plain(number)} C",
            Dimension.BitRate => Scaled(number, "bps"),
            Dimension.Frequency => Scaled(number, "Hz"),
            _ => Plain(number),
        };
        return type.IsRate ? text + "/s" : text;
    }

    /// <summary>All digits, where people's format makes two different values look the same.</summary>
    public static string Exact(double number) => number.ToString("#,0.######", CultureInfo.InvariantCulture);

    private static string Human(double number, string unit) =>
        number < 0 ? "-" + HumanFormat.Value(MetricValue.Of(-number), unit) : HumanFormat.Value(MetricValue.Of(number), unit);

    private static string Plain(double number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);

    private static string Scaled(double number, string unit) => number switch
    {
        >= 1e9 => $"{Plain(number / 1e9)} G{unit}",
        >= 1e6 => $"{Plain(number / 1e6)} M{unit}",
        >= 1e3 => $"{Plain(number / 1e3)} k{unit}",
        _ => $"{Plain(number)} {unit}",
    };
}
