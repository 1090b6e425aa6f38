using Collector.Metrics;
using Collector.Sources;
using Collector.Sources.Windows.Performance;

namespace Collector.Counters;

/// <summary>A Windows performance object.</summary>
/// <param name="Object">Its English name.</param>
/// <param name="Instances">An instance, or a pattern of instances; null for an object that has none.</param>
internal sealed record PdhCounters(string Object, string? Instances) : ConfiguredSource
{
    public override Platform Platform => Platform.Windows;

    public override bool HasRows => Instances is not null && Instances.Contains('*');

    public override SourceInfo Info => new(Platform, SourceKind.Counters, ToString(), lines: null);

    public override SourceReader<ConfiguredRow>? CreateReader(ConfiguredGroup group, SourceContext context) =>
        CounterRows.Of(context, Object, Instances, TargetsOf(group)) is ICounterRows rows ? new PdhCounterReader(group, rows) : null;

    public PdhCounterReader CreateReader(ConfiguredGroup group, PerformanceCounters counters) =>
        new(group, new CounterSet(counters, Object, Instances, TargetsOf(group)));

    public override string ToString() => Instances is null ? $@"\{Object}" : $@"\{Object}({Instances})";

    private static string[] TargetsOf(ConfiguredGroup group) => [.. group.Added.Select(static metric => metric.Target)];
}
