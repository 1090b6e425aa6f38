using System.Globalization;
using System.Text.RegularExpressions;

namespace Collector.EndToEnd.Tests;

/// <summary>What is known of collectd's series: how exact they are, and which it never begins.</summary>
internal static partial class CollectdSeries
{
    /// <summary>In seconds, for both programs.</summary>
    public const int Interval = 2;

    private const double SixDecimals = 1e-6;

    /// <summary>percent_* are computed with the 24 bits of a float.</summary>
    private const double Float = 1.0 / (1 << 24);

    /// <summary>How far ours may be from a series of collectd, by what it is. Its path has neither prefix nor host.</summary>
    public static Tolerance ToleranceOf(string path)
    {
        string type = Type().Match(path).Groups["type"].Value;
        return type switch
        {
            // Whole seconds, of the value and of its stamp, and a stamp may be a second behind its partner.
            "uptime" => new(IsRate: false, Absolute: 3),

            // /proc/loadavg has two decimals, getloadavg has them all.
            "load" => new(IsRate: false, Absolute: 0.005),

            // Who reads finds itself among those that run, and its helpers among those that sleep.
            "ps_state" => new(IsRate: false, Absolute: 1),

            // Seldom more than one request is found at work.
            "pending_operations" => new(IsRate: false, Absolute: 1),

            // Whole milliseconds in an interval, so a second has steps of 1 / interval.
            "disk_time" => new(IsRate: false, Absolute: 0.5 / Interval),
            "percent_bytes" or "percent_inodes" => new(IsRate: false, Absolute: 0, Relative: Float),
            "memory" or "swap" or "df_complex" or "df_inodes" or "users" => new(IsRate: false, Absolute: 0),
            "cpu" or "contextswitch" or "fork_rate" or "swap_io"
                or "disk_octets" or "disk_ops" or "disk_merged" or "disk_io_time"
                or "if_octets" or "if_packets" or "if_errors" or "if_dropped" => new(IsRate: true, SixDecimals),
            _ => throw new ArgumentException($"Nothing is known of collectd's type '{type}' ({path})."),
        };
    }

    /// <summary>Whether collectd begins a series only when there is something to say, however long that takes.</summary>
    public static bool BeginsLate(string path) => Disk().Match(path).Groups["type"].Value is "disk_time" or "pending_operations";

    /// <summary>Whether collectd has not begun a series of a disk because there was nothing but 0 to say yet.</summary>
    /// <param name="path">Its path, without prefix and host.</param>
    /// <param name="ours">What our own series of a path holds.</param>
    public static bool IsNotBegun(string path, Func<string, IEnumerable<double>> ours)
    {
        Match match = Disk().Match(path);
        if (!match.Success)
        {
            return false;
        }

        string disk = match.Groups["disk"].Value;
        return match.Groups["type"].Value switch
        {
            "disk_octets" => Counted(disk, 5, 9) == 0,
            "disk_ops" => Counted(disk, 3, 7) == 0,
            "disk_merged" => Counted(disk, 4, 8) == 0,
            "disk_io_time" => Counted(disk, 12) == 0,

            // Since its own start: it begins with the first request that takes half a millisecond of an interval.
            "disk_time" => ours($"disk-{disk}.disk_time.read").Concat(ours($"disk-{disk}.disk_time.write"))
                .All(static time => time < 0.5 / Interval),

            // Since its own start: it begins with the first reading that finds a request at work.
            "pending_operations" => true,
            _ => false,
        };
    }

    /// <summary>What columns of a disk in /proc/diskstats add up to.</summary>
    private static ulong Counted(string disk, params int[] columns)
    {
        string[] fields = File.ReadLines("/proc/diskstats")
            .Select(static line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Single(fields => fields[2] == disk);
        return columns.Aggregate(0UL, (sum, column) => sum + ulong.Parse(fields[column], CultureInfo.InvariantCulture));
    }

    [GeneratedRegex("""^[^.]+\.(?<type>[^-.]+)""")]
    private static partial Regex Type();

    [GeneratedRegex("""^disk-(?<disk>[^.]+)\.(?<type>[^-.]+)""")]
    private static partial Regex Disk();
}
