using System.Globalization;
using Collector.Metrics;

namespace Collector.Reports;

/// <summary>Writes values as people read them: <c>15.6 GiB</c>, <c>3d 4h</c>, <c>1,234</c>.</summary>
internal static class HumanFormat
{
    private static readonly string[] s_binaryUnits = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];

    /// <summary>The last second that a date has a year of four digits for.</summary>
    private const double LastSecond = 253402300799;

    /// <summary>A thousand years in seconds: hours are no use any more.</summary>
    private const double LongestSpan = 31_556_952_000;

    public static string Value(MetricValue value, string unit)
    {
        if (!value.IsPresent)
        {
            return "-";
        }

        return unit switch
        {
            "bytes" => Bytes(value.Number),
            "seconds" => Seconds(value.Number),
            "milliseconds" => Invariant($"{value.Number:N0} ms"),
            "timestamp" => DateTimeOffset.UnixEpoch.AddSeconds(Math.Clamp(value.Number, 0, LastSecond))
                .ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            "percent" => Invariant($"{value.Number:0.0}%"),
            _ => value.IsWhole ? Invariant($"{value.Whole:N0}") : Invariant($"{value.Number:0.00}"),
        };
    }

    /// <summary>A text that came from the kernel, without anything that a terminal would act on.</summary>
    public static string Name(string text) => StandardError.Printable(text);

    private static string Bytes(double bytes)
    {
        int unit = 0;
        for (; bytes >= 1024 && unit < s_binaryUnits.Length - 1; unit++)
        {
            bytes /= 1024;
        }

        return unit == 0 ? Invariant($"{bytes:0} B") : Invariant($"{bytes:0.0} {s_binaryUnits[unit]}");
    }

    private static string Seconds(double seconds)
    {
        if (seconds < 600)
        {
            return Invariant($"{seconds:0.00} s");
        }

        // What a damaged file says may be more than a span of time holds.
        if (seconds >= LongestSpan)
        {
            return Invariant($"{seconds / 86400:0}d");
        }

        TimeSpan span = TimeSpan.FromSeconds(seconds);
        return span.Days > 0 ? $"{span.Days}d {span.Hours}h" : span.Hours > 0 ? $"{span.Hours}h {span.Minutes}m" : $"{span.Minutes}m {span.Seconds}s";
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
