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

    /// <summary>The metrics that are read only when users ask for them by name, a bit each: they cost more than most want to pay.</summary>
    public virtual ulong OnRequest => 0;

    /// <summary>Whether the instances that there are say what a host is: which disks it has, whatever they do.</summary>
    public virtual bool HasDefiningInstances => false;

    /// <summary>Where the metrics come from, on every platform.</summary>
    public SourceInfo[] DeclaredSources => _sources ??= CreateSources();

    /// <summary>What <see cref="DeclaredSources"/> are made of: a line a source, and below it a line a metric.</summary>
    protected virtual ReadOnlySpan<byte> OriginsText => default;

    /// <summary>A metric's name for people: <c>memory.total</c>, <c>cpu.&lt;processor&gt;.user</c>.</summary>
    public string PathOf(MetricInfo metric) =>
        InstanceLabel is null ? $"{Name}.{metric.Name}" : $"{Name}.<{InstanceLabel}>.{metric.Name}";

    /// <summary>A reader of what is wanted of this group, or null where there is nothing for it to read.</summary>
    public GroupReader? OpenReader(Platform platform, SourceContext context) =>
        context.FilterOf(this).Possible == 0 || context.HasNoTargets(this) ? null : CreateReader(platform, context);

    /// <summary>A reader without a source, which reads nothing and knows what lines are called; null if nobody can know.</summary>
    public virtual GroupReader? CreateIdleReader(SourceContext context) => null;

    protected virtual SourceInfo[] CreateSources() => SourceText.Read(OriginsText);

    /// <summary>A reader of this group, or null where the platform has no source for it.</summary>
    public abstract GroupReader? CreateReader(Platform platform, SourceContext context);
}
