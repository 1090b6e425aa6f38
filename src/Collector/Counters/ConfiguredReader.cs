using Collector.Metrics;
using Collector.Sources;
using Collector.Wire;

namespace Collector.Counters;

/// <summary>Reads a group that users add.</summary>
internal sealed class ConfiguredReader(ConfiguredGroup group, SourceContext context, SourceReader source)
    : GroupReader<ConfiguredRow>(context, [source])
{
    // The base's constructor asks for it.
    public override MetricGroup Group { get; } = group;

    public override void Read()
    {
        base.Read();
        if (Fault.Kind == FaultKind.NotHere)
        {
            // Whoever asks for a thing by its name wants to know that it is not there.
            Fault = Fault with { Kind = FaultKind.CounterTrouble };
        }
    }

    public override MetricValue Value(int row, int metric)
    {
        ConfiguredRow values = Sample[row];
        return values.IsSent(metric) ? values[metric] : MetricValue.None;
    }

    public override GroupSerializer CreateSerializer(WireNaming naming) => new ConfiguredSerializer(
        Sample, naming, Group, naming.Names == NameSet.Tagged ? PathTemplate.Tagged(Group) : PathTemplate.Native(Group));
}
