using Collector.Sources;

namespace Collector.Metrics;

/// <summary>A declared group: what it is, and the way to read and to write it. One generated class a declaration.</summary>
internal abstract class MetricGroup
{
    private SourceInfo[]? _sources;

    public abstract string Name { get; }

    public abstract string Description { get; }

    /// <summary>What an instance is (<c>processor</c>); null for a group that has one row for the host.</summary>
    public abstract string? InstanceLabel { get; }

    public abstract ReadOnlySpan<MetricInfo> Metrics { get; }

    /// <summary>Where the metrics come from, on every platform.</summary>
    public SourceInfo[] Sources => _sources ??= SourceText.Read(OriginsText);

    /// <summary>What <see cref="Sources"/> are made of: a line a source, and below it a line a metric.</summary>
    protected abstract ReadOnlySpan<byte> OriginsText { get; }

    /// <summary>A metric's name for people: <c>memory.total</c>, <c>cpu.&lt;processor&gt;.user</c>.</summary>
    public string PathOf(MetricInfo metric) =>
        InstanceLabel is null ? $"{Name}.{metric.Name}" : $"{Name}.<{InstanceLabel}>.{metric.Name}";

    public MetricInfo? Find(string metric)
    {
        foreach (MetricInfo candidate in Metrics)
        {
            if (candidate.Name == metric)
            {
                return candidate;
            }
        }

        return null;
    }

    /// <summary>The source that brings a metric on a platform; null if none does.</summary>
    public SourceInfo? SourceOf(MetricInfo metric, Platform platform) =>
        Array.Find(Sources, source => source.IsFor(platform) && source.OriginOf(metric) is not null);

    /// <summary>The metrics that an expression of metrics names.</summary>
    public List<MetricInfo> OperandsOf(string expression) => ExpressionNames.In(expression).ConvertAll(name => Find(name)!);

    /// <summary>Whether a platform has a metric.</summary>
    public bool Has(MetricInfo metric, Platform platform) => metric.Derived is null
        ? SourceOf(metric, platform) is not null
        : OperandsOf(metric.Derived).TrueForAll(operand => Has(operand, platform));

    /// <summary>Where a platform keeps a metric, in a few words; null if it has no such thing.</summary>
    public string? Describe(MetricInfo metric, Platform platform) =>
        !Has(metric, platform) ? null
        : SourceOf(metric, platform) is SourceInfo source ? source.Describe(source.OriginOf(metric)!)
        : metric.Derived;

    /// <summary>A reader of what is wanted of this group, or null where there is nothing for it to read.</summary>
    public GroupReader? Open(Platform platform, SourceContext context) =>
        context.FilterOf(this).Possible == 0 || context.Targets.Of(Name) is { Count: 0 } ? null : CreateReader(platform, context);

    /// <summary>A reader of this group, or null where the platform has no source for it.</summary>
    public abstract GroupReader? CreateReader(Platform platform, SourceContext context);
}
