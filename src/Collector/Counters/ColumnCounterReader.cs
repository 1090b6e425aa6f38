using Collector.Metrics;
using Collector.Sources;

namespace Collector.Counters;

/// <summary>Reads a file of lines with blank-separated columns.</summary>
internal sealed class ColumnCounterReader(ConfiguredGroup group, TextFile file, LinePattern? pattern) : FileCounterReader(group, file)
{
    /// <summary>A line is read from left to right.</summary>
    private readonly int[] _fromLeft =
        [.. Enumerable.Range(0, group.Added.Count).OrderBy(metric => group.Added[metric].Column)];

    protected override void Fill(Sample<ConfiguredRow> sample)
    {
        bool isFound = false;
        bool hasRows = pattern is { HasInstance: true };
        LineReader lines = new(TextOf(File));
        while ((hasRows || !isFound) && lines.Next())
        {
            FieldReader fields = new(lines.Current);
            ReadOnlySpan<byte> instance = default;
            if (pattern is null || pattern.Matches(ref fields, out instance))
            {
                isFound = true;
                ConfiguredRow row = hasRows ? sample.Next(instance) : sample[0];
                Take(row, ref fields, lines.Number);
            }
        }

        if (lines.IsTruncated && (hasRows || !isFound))
        {
            Report(new(FaultKind.Truncated, File.Path, Line: lines.Number + 1));
        }
        else if (!isFound)
        {
            Report(new(FaultKind.MissingKey, File.Path, Field: pattern?.ToString() ?? ""));
        }
    }

    private void Take(ConfiguredRow row, ref FieldReader fields, int line)
    {
        if (row.Wanted == 0)
        {
            return;
        }

        foreach (int metric in _fromLeft)
        {
            Take(row, metric, ref fields, Group.Added[metric].Column);
        }

        Report(row, ulong.MaxValue, fields.FaultIn(File.Path, line));
    }
}
