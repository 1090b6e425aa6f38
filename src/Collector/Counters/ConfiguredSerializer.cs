using System.Numerics;
using Collector.Metrics;
using Collector.Wire;

namespace Collector.Counters;

/// <summary>Writes a group that users add on any wire. It has the same paths in every set of names, but for tags.</summary>
internal sealed class ConfiguredSerializer : PathSerializer
{
    private readonly MetricGroup _group;

    public ConfiguredSerializer(Sample sample, WireNaming naming, MetricGroup group, PathTemplate path)
        : base(sample, naming, group, path) => _group = group;

    public override void Write(WireWriter writer)
    {
        foreach (ConfiguredRow row in Sample.Rows)
        {
            if (row.Sent == 0)
            {
                continue;
            }

            LineNames names = NamesOf(row);
            for (ulong rest = row.Sent & names.Lines; rest != 0; rest &= rest - 1)
            {
                int metric = BitOperations.TrailingZeroCount(rest);
                Write(writer, names, metric, _group.Metrics[metric], row[metric]);
            }
        }
    }

    private static void Write(WireWriter writer, LineNames names, int metric, MetricInfo info, MetricValue value)
    {
        switch (info.Kind, value.IsWhole)
        {
            case (MetricKind.Counter, true):
                writer.Count(names, metric, value.Whole);
                break;
            case (MetricKind.Counter, false):
                writer.Count(names, metric, value.Number, info.Decimals);
                break;
            case (_, true):
                writer.Gauge(names, metric, value.Whole);
                break;
            default:
                writer.Gauge(names, metric, value.Number, info.Decimals);
                break;
        }
    }
}
