using System.Globalization;

namespace Collector.EndToEnd.Tests;

/// <summary>
/// metric-collective's names with psutil's formulas for Linux, from the files of a recorded host. What is available is
/// the kernel's own estimate, as in later versions of psutil; what is used is the rest, as on Windows.
/// </summary>
internal sealed class OriginalOnLinux(string root)
{
    private const double ClockTicks = 100;
    private const double Sector = 512;
    private const double Kibibyte = 1024;

    public IEnumerable<OriginalSeries> Series() => [.. Processors(), .. Memory(), .. Disks(), .. Interfaces(), .. Uptime()];

    private IEnumerable<OriginalSeries> Processors()
    {
        foreach (string[] fields in Lines("stat").Where(static fields => fields[0].StartsWith("cpu", StringComparison.Ordinal) && fields[0] != "cpu"))
        {
            string path = $"cpu.{fields[0][3..]}";
            yield return new($"{path}.user", Number(fields[1]) / ClockTicks);
            yield return new($"{path}.system", Number(fields[3]) / ClockTicks);
            yield return new($"{path}.idle", Number(fields[4]) / ClockTicks);
        }
    }

    private IEnumerable<OriginalSeries> Memory()
    {
        Dictionary<string, double> bytes = Lines("meminfo").ToDictionary(
            static fields => fields[0].TrimEnd(':'), static fields => Number(fields[1]) * Kibibyte);
        (double total, double available) = (bytes["MemTotal"], bytes["MemAvailable"]);
        yield return new("memory.total", total);
        yield return new("memory.available", available);
        yield return new("memory.percent", Math.Round((total - available) / total * 100, 1), static percent => Math.Round(percent, 1));
        yield return new("memory.used", total - available);
        yield return new("memory.free", bytes["MemFree"]);

        (double swap, double free) = (bytes["SwapTotal"], bytes["SwapFree"]);
        yield return new("swap.total", swap);
        yield return new("swap.used", swap - free);
        yield return new("swap.free", free);
        yield return new("swap.percent", swap == 0 ? 0 : Math.Round((swap - free) / swap * 100, 1), static percent => Math.Round(percent, 1));
    }

    private IEnumerable<OriginalSeries> Disks()
    {
        foreach (string[] fields in Lines("diskstats"))
        {
            string path = $"disk_io.{fields[2]}";
            yield return new($"{path}.read_count", Number(fields[3]));
            yield return new($"{path}.write_count", Number(fields[7]));
            yield return new($"{path}.read_bytes", Number(fields[5]) * Sector);
            yield return new($"{path}.write_bytes", Number(fields[9]) * Sector);
            yield return new($"{path}.read_time", Number(fields[6]));
            yield return new($"{path}.write_time", Number(fields[10]));
        }
    }

    private IEnumerable<OriginalSeries> Interfaces()
    {
        foreach (string line in File.ReadLines(Path.Combine(root, "proc/net/dev")).Skip(2))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            string name = string.Concat(line[..colon].Trim().Select(static c => " !\"#%'()*+,./:;<=>?@[\\]^`{|}~".Contains(c) ? '_' : c));
            string[] fields = line[(colon + 1)..].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            string path = $"net_io_counters.{name}";
            yield return new($"{path}.bytes_sent", Number(fields[8]));
            yield return new($"{path}.bytes_recv", Number(fields[0]));
            yield return new($"{path}.packets_sent", Number(fields[9]));
            yield return new($"{path}.packets_recv", Number(fields[1]));
            yield return new($"{path}.errin", Number(fields[2]));
            yield return new($"{path}.errout", Number(fields[10]));
            yield return new($"{path}.dropin", Number(fields[3]));
            yield return new($"{path}.dropout", Number(fields[11]));
        }
    }

    private IEnumerable<OriginalSeries> Uptime() => [new("uptime.uptime", Number(Lines("uptime").Single()[0]))];

    private IEnumerable<string[]> Lines(string file) => File.ReadLines(Path.Combine(root, "proc", file))
        .Select(static line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
