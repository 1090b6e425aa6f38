using Collector.Metrics;
using Collector.Sources;
using Collector.Sources.Windows.Performance;

namespace Collector.Counters;

/// <summary>Metrics that users add in the configuration, of one name and from one source.</summary>
internal sealed class ConfiguredGroup : MetricGroup
{
    /// <summary>What an instance is called: nobody has said what it is.</summary>
    public const string Label = "instance";

    private readonly MetricInfo[] _metrics;
    private readonly MetricUnit[] _units;
    private readonly bool[] _isDefined;

    public ConfiguredGroup(string name, ConfiguredSource source, IReadOnlyList<ConfiguredMetric> added)
    {
        Name = name;
        Source = source;
        InstanceLabel = source.HasRows ? Label : null;
        Added = added;
        _units = [.. added.Select(static metric => metric.Unit ?? MetricUnit.Count)];
        _metrics = [.. added.Select(InfoOf)];
        _isDefined = new bool[added.Count];
    }

    public override string Name { get; }

    public override string Description => $"What the configuration adds from {Source}.";

    public override string? InstanceLabel { get; }

    public override ReadOnlySpan<MetricInfo> Metrics => _metrics;

    public ConfiguredSource Source { get; }

    /// <summary>The metrics as they were configured.</summary>
    public IReadOnlyList<ConfiguredMetric> Added { get; }

    public override GroupReader? CreateReader(Platform platform, SourceContext context) =>
        platform == Source.Platform && Source.CreateReader(this, context) is SourceReader reader
            ? new ConfiguredReader(this, context, reader)
            : null;

    public bool IsUndefined(int metric) => !_isDefined[metric];

    public MetricValue Convert(int metric, MetricValue raw) => Added[metric].Convert(raw, _units[metric]);

    /// <summary>Takes from a counter's type what the configuration does not say.</summary>
    /// <returns>What the configuration says and the type does not bear out; null if they agree.</returns>
    public string? Define(int metric, CounterType type)
    {
        ConfiguredMetric added = Added[metric];
        MetricKind kind = type.IsCounter ? MetricKind.Counter : added.Kind ?? MetricKind.Gauge;
        MetricUnit unit = added.Unit ?? MetricUnit.Find(type.Unit)!;
        _isDefined[metric] = true;
        _units[metric] = unit;
        _metrics[metric] = InfoOf(added, metric, kind);

        string counter = Source.Describe(added);
        if (added.Kind == MetricKind.Gauge && type.IsCounter)
        {
            return $"{Name}.{added.Name}: {counter} only grows, and is sent as what was counted so far: " +
                "its kind is \"counter\"; correct it or leave it out";
        }

        if (added.Kind == MetricKind.Counter && type.Meaning != CounterMeaning.Level && !type.IsCounter)
        {
            return $"{Name}.{added.Name}: {counter} rises and falls: its kind is \"gauge\"; correct it or leave it out";
        }

        return unit.IsWhole && type.Unit != MetricUnit.Count.Name && added.Scale == 1
            ? $"{Name}.{added.Name}: {counter} comes in {type.Unit} with decimals, which the unit \"{unit.Name}\" has not; " +
                "correct it, leave it out or give a scale"
            : null;
    }

    protected override SourceInfo[] CreateSources()
    {
        SourceInfo source = Source.Info;
        foreach (ConfiguredMetric metric in Added)
        {
            source.Add(ConfiguredSource.OriginOf(metric));
        }

        return [source];
    }

    private MetricInfo InfoOf(ConfiguredMetric added, int index) => InfoOf(added, index, added.Kind ?? MetricKind.Gauge);

    private MetricInfo InfoOf(ConfiguredMetric added, int index, MetricKind kind) =>
        new(index, added.Name, _units[index].Name, _units[index].Decimals, kind, added.Description);
}
