using System.Globalization;
using System.Text;
using Collector.Filters;
using Collector.Metrics;
using Collector.Sources;

namespace Collector.Benchmarks;

/// <summary>
/// A host of 12 interfaces and 6 processors: 120 lines, of which a fifth have decimals. The names and values are those
/// of <c>floor --format-bench</c>.
/// </summary>
internal static class BenchmarkHost
{
    public const int Lines = 120;

    private static readonly string[] s_filter =
    [
        "net_io.bytes_*", "net_io.packets_*", "net_io.err*", "net_io.drop*",
        "cpu.user", "cpu.system", "cpu.idle", "cpu.iowait",
    ];

    /// <summary>The groups, read once.</summary>
    public static GroupReader[] Read()
    {
        string root = Directory.CreateTempSubdirectory("collector-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(root, "proc", "net"));
            File.WriteAllText(Path.Combine(root, "proc", "net", "dev"), Interfaces());
            File.WriteAllText(Path.Combine(root, "proc", "stat"), Processors());
            Directory.CreateDirectory(Path.Combine(root, "sys", "class", "net"));
            FilterItem[] items = [.. s_filter.Select(static text => FilterParser.Parse(text, out _)!)];
            SourceContext context = new(root) { Filter = new() { Items = items } };
            context.BeginTick();
            return [Read(NetIoGroup.Definition, context), Read(CpuGroup.Definition, context)];
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static GroupReader Read(MetricGroup group, SourceContext context)
    {
        GroupReader reader = group.OpenReader(Platform.Linux, context)!;
        reader.Read();
        return reader.Fault.IsNone ? reader : throw new InvalidOperationException($"{group.Name}: {reader.Fault}");
    }

    private static string Interfaces()
    {
        StringBuilder text = new("Inter-|   Receive\n face |bytes\n");
        for (ulong index = 0; index < 12; index++)
        {
            ulong Value(ulong metric) => (index * 8 + metric) * (index * 8 + metric) * 1000003;
            text.Append(
                CultureInfo.InvariantCulture,
                $"eth{index}: {Value(1)} {Value(3)} {Value(4)} {Value(6)} 0 0 0 0 {Value(0)} {Value(2)} {Value(5)} {Value(7)} 0 0 0 0\n");
        }

        return text.ToString();
    }

    private static string Processors()
    {
        StringBuilder text = new("cpu  0 0 0 0 0 0 0 0 0 0\n");
        for (int index = 0; index < 6; index++)
        {
            int Value(int metric) => (index * 4 + metric) * 1234567 + 89;
            text.Append(
                CultureInfo.InvariantCulture, $"cpu{index} {Value(0)} 0 {Value(1)} {Value(2)} {Value(3)} 0 0 0 0 0\n");
        }

        return text.ToString();
    }
}
