using System.Text;

namespace Collector.Metrics;

/// <summary>
/// Reads what generated groups say of their sources. As text it is a third of what objects would add to the
/// executable, which needs it for people only.
/// </summary>
internal static class SourceText
{
    private const string Divider = " | ";

    public static SourceInfo[] Read(ReadOnlySpan<byte> text)
    {
        List<SourceInfo> sources = [];
        foreach (string line in Encoding.UTF8.GetString(text).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] == ' ')
            {
                sources[^1].Add(Origin(line));
            }
            else
            {
                sources.Add(Source(line));
            }
        }

        return [.. sources];
    }

    /// <summary><c>linux columns /proc/diskstats | * * {instance}</c>; the pattern may be missing.</summary>
    private static SourceInfo Source(string line)
    {
        string[] words = line.Split(' ', 3);
        string[] parts = words[2].Split(Divider, 2);
        Platform? platform = words[0] switch
        {
            "linux" => Platform.Linux,
            "windows" => Platform.Windows,
            _ => null,
        };
        return new(platform, KindOf(words[1]), parts[0], parts.Length > 1 ? parts[1] : null);
    }

    /// <summary><c>  system | KernelTime - IdleTime | / 10000000</c>; what is done to the value may be missing.</summary>
    private static Origin Origin(string line)
    {
        string[] parts = line.Trim().Split(Divider);
        return new(parts[0], parts[1], parts.Length > 2 ? $" {parts[2]}".Replace(" ,", ",", StringComparison.Ordinal) : "");
    }

    private static SourceKind KindOf(string word) => word switch
    {
        "keys" => SourceKind.Keys,
        "header" => SourceKind.Header,
        "columns" => SourceKind.Columns,
        "file" => SourceKind.InstanceFile,
        "native" => SourceKind.Native,
        _ => SourceKind.Counters,
    };
}
