using System.Text;
using Collector.Metrics;
using Collector.Sources;

namespace Collector.Counters;

/// <summary>Reads a file of <c>Key: value</c> or <c>key value</c> lines.</summary>
internal sealed class KeyedCounterReader(ConfiguredGroup group, TextFile file) : FileCounterReader(group, file)
{
    private readonly byte[][] _keys = [.. group.Added.Select(static metric => Encoding.UTF8.GetBytes(metric.Target))];

    protected override void Fill(Sample<ConfiguredRow> sample)
    {
        ConfiguredRow row = sample[0];
        LineReader lines = new(TextOf(File));
        ulong missing = ulong.MaxValue >> (64 - _keys.Length);
        while (missing != 0 && lines.Next())
        {
            FieldReader fields = new(lines.Current);
            int metric = IndexOf(fields.NextKey());
            if (metric >= 0)
            {
                missing &= ~(1ul << metric);
                Take(row, metric, ref fields, 1);
                Report(fields.FaultIn(File.Path, lines.Number));
            }
        }

        if (missing != 0)
        {
            Report(lines.IsTruncated
                ? new(FaultKind.Truncated, File.Path, Line: lines.Number + 1)
                : new(FaultKind.MissingKey, File.Path, Field: Group.Added[System.Numerics.BitOperations.TrailingZeroCount(missing)].Target));
        }
    }

    private int IndexOf(ReadOnlySpan<byte> key)
    {
        for (int metric = 0; metric < _keys.Length; metric++)
        {
            if (key.SequenceEqual(_keys[metric]))
            {
                return metric;
            }
        }

        return -1;
    }
}
