namespace Collector.Sources;

/// <summary>Hands out the counters that the collector keeps of itself.</summary>
internal sealed class SelfCountersSource(SourceContext context) : INativeSource<SelfCounters>
{
    public ReadOnlySpan<SelfCounters> Read(out Fault fault)
    {
        fault = Fault.None;
        return new(ref context.Self);
    }

    public ReadOnlySpan<byte> Key(int row) => default;

    public string Name(int row) => "";
}
