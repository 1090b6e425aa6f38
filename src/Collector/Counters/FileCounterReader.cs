using Collector.Metrics;
using Collector.Sources;
using Collector.Sources.Recordings;

namespace Collector.Counters;

/// <summary>Reads numbers of a file that users add.</summary>
internal abstract class FileCounterReader(ConfiguredGroup group, TextFile file) : SourceReader<ConfiguredRow>
{
    public override ulong Bound => ulong.MaxValue;

    protected ConfiguredGroup Group => group;

    protected TextFile File => file;

    public override void Record(Sample sample, Recorder recorder) => recorder.Write(file);

    /// <summary>Takes the number of a column, if it is one.</summary>
    protected void Take(ConfiguredRow row, int metric, ref FieldReader fields, int column)
    {
        MetricValue raw = default;
        if (group.Added[metric].IsHexadecimal)
        {
            raw = fields.TryReadHexadecimal(column, out ulong hexadecimal) ? MetricValue.Of(hexadecimal) : raw;
        }
        else if (group.Metrics[metric].Decimals > 0)
        {
            raw = fields.TryReadDecimal(column, out double number) ? MetricValue.Of(number) : raw;
        }
        else
        {
            raw = fields.TryReadWhole(column, out ulong whole) ? MetricValue.Of(whole) : raw;
        }

        row.Take(metric, group.Added.Count, group.Convert(metric, raw));
    }
}
