using System.Text.Json;

namespace Collector.EndToEnd.Tests;

/// <summary>
/// metric-collective 1.0.1 over psutil 3.0.1 on Windows: its formulas, from what the calls of a recorded host answered.
/// </summary>
internal sealed class Original(string host)
{
    private const double TwoTo32 = 4294967296;

    /// <summary>All that it would have sent.</summary>
    public IEnumerable<OriginalSeries> Series() =>
        [.. Processors(), .. Memory(), .. Swap(), .. Volumes(), .. Disks(), .. Interfaces(), .. Uptime()];

    /// <summary>Seconds as floats of 32 bits.</summary>
    private IEnumerable<OriginalSeries> Processors()
    {
        foreach ((string name, Func<string, double> field) in Rows("ProcessorTimes"))
        {
            yield return new($"cpu.{name}.user", Float(field("UserTime") * 1e-7), Float);
            yield return new($"cpu.{name}.system", Float((field("KernelTime") - field("IdleTime")) * 1e-7), Float);
            yield return new($"cpu.{name}.idle", Float(field("IdleTime") * 1e-7), Float);
        }
    }

    /// <summary>Free is what is available; the percentage has one digit.</summary>
    private IEnumerable<OriginalSeries> Memory()
    {
        (double total, double available) = (Physical("TotalBytes"), Physical("AvailableBytes"));
        yield return new("memory.total", total);
        yield return new("memory.available", available);
        yield return new("memory.percent", OneDigit((total - available) / total * 100), OneDigit);
        yield return new("memory.used", total - available);
        yield return new("memory.free", available);
    }

    /// <summary>The commit limit and the commit charge went for swap, with all of the memory in them.</summary>
    private IEnumerable<OriginalSeries> Swap()
    {
        Func<string, double> files = Rows("PageFiles").Single().Field;
        (double limit, double committed) = (Physical("CommitLimitBytes"), Physical("CommittedBytes"));
        double MemoryToo(double total) => total + limit - files("TotalBytes");
        double Promised(double used) => used + committed - files("UsedBytes");
        yield return new("swap.total", limit, MemoryToo);
        yield return new("swap.used", committed, Promised);
        yield return new("swap.free", limit - committed, free => MemoryToo(free + files("UsedBytes")) - committed);
        yield return new("swap.percent", OneDigit(committed / limit * 100),
            percent => OneDigit(Promised(percent / 100 * files("TotalBytes")) / limit * 100));
    }

    private IEnumerable<OriginalSeries> Volumes()
    {
        foreach ((string name, Func<string, double> field) in Rows("Volumes"))
        {
            (double total, double free) = (field("TotalBytes"), field("FreeBytes"));
            string path = $"disk_usage.{name.Replace(":", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal)}";
            yield return new($"{path}.total", total);
            yield return new($"{path}.used", total - free);
            yield return new($"{path}.free", free);
            yield return new($"{path}.percent", OneDigit((total - free) / total * 100), OneDigit);
        }
    }

    /// <summary>Times in units of 10 µs, without what is left of one.</summary>
    private IEnumerable<OriginalSeries> Disks()
    {
        foreach ((string name, Func<string, double> field) in Rows("PhysicalDisks"))
        {
            yield return new($"disk_io.{name}.read_count", field("ReadCount"));
            yield return new($"disk_io.{name}.write_count", field("WriteCount"));
            yield return new($"disk_io.{name}.read_bytes", field("BytesRead"));
            yield return new($"disk_io.{name}.write_bytes", field("BytesWritten"));
            yield return new($"disk_io.{name}.read_time", Math.Floor(field("ReadTime") * 10 / 1000), TensOfMicroseconds);
            yield return new($"disk_io.{name}.write_time", Math.Floor(field("WriteTime") * 10 / 1000), TensOfMicroseconds);
        }
    }

    /// <summary>Octets that begin again at 4 GiB, packets to one receiver only.</summary>
    private IEnumerable<OriginalSeries> Interfaces()
    {
        foreach ((string name, Func<string, double> field) in Rows("NetworkInterfaces"))
        {
            string path = $"net_io_counters.{string.Concat(name.Select(static c => " !\"#%'()*+,./:;<=>?@[\\]^`{|}~".Contains(c) ? '_' : c))}";
            yield return new($"{path}.bytes_sent", field("OutOctets") % TwoTo32, static octets => octets % TwoTo32);
            yield return new($"{path}.bytes_recv", field("InOctets") % TwoTo32, static octets => octets % TwoTo32);
            yield return new($"{path}.packets_sent", field("OutUcastPkts"), packets => packets - field("OutNUcastPkts"));
            yield return new($"{path}.packets_recv", field("InUcastPkts"), packets => packets - field("InNUcastPkts"));
            yield return new($"{path}.errin", field("InErrors"));
            yield return new($"{path}.errout", field("OutErrors"));
            yield return new($"{path}.dropin", field("InDiscards"));
            yield return new($"{path}.dropout", field("OutDiscards"));
        }
    }

    /// <summary>Milliseconds that begin again after 49.7 days.</summary>
    private IEnumerable<OriginalSeries> Uptime()
    {
        double milliseconds = Rows("SystemUptime").Single().Field("Milliseconds");
        yield return new("uptime.uptime", milliseconds % TwoTo32 / 1000, static seconds => seconds * 1000 % TwoTo32 / 1000);
    }

    private double Physical(string field) => Rows("PhysicalMemory").Single().Field(field);

    private IEnumerable<(string Name, Func<string, double> Field)> Rows(string call)
    {
        JsonElement recording = JsonDocument.Parse(File.ReadAllText(Path.Combine(host, "native", $"{call}.json"))).RootElement;
        return recording.GetProperty("rows").EnumerateArray().Select(static row => (
            row.GetProperty("instance").GetString()!,
            (Func<string, double>)(name => row.GetProperty("fields").GetProperty(name).GetDouble())));
    }

    private static double Float(double value) => (float)value;

    private static double OneDigit(double percent) => Math.Round(percent, 1);

    private static double TensOfMicroseconds(double milliseconds) => Math.Floor(milliseconds * 100);
}
