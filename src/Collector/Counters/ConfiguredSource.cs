using Collector.Metrics;
using Collector.Sources;

namespace Collector.Counters;

/// <summary>Where the metrics of a group that users add come from.</summary>
internal abstract record ConfiguredSource
{
    /// <summary>The system that has such sources.</summary>
    public abstract Platform Platform { get; }

    /// <summary>Whether it brings many rows, which come and go.</summary>
    public abstract bool HasRows { get; }

    /// <summary>Where a metric comes from, for people.</summary>
    public abstract string Describe(ConfiguredMetric metric);

    /// <summary>What reads it; null if this system has no such source.</summary>
    public abstract SourceReader<ConfiguredRow>? CreateReader(ConfiguredGroup group, SourceContext context);
}
