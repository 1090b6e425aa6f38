using System.Globalization;
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
    public string Describe(ConfiguredMetric metric) => Info.Describe(OriginOf(metric));

    /// <summary>A metric's place in it.</summary>
    public static Origin OriginOf(ConfiguredMetric metric) => new(
        metric.Name,
        metric.Column < 0 ? metric.Target : (metric.Column + 1).ToString(CultureInfo.InvariantCulture),
        metric.Scale == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" * {metric.Scale}"));

    /// <summary>What it is, without its metrics.</summary>
    public abstract SourceInfo Info { get; }

    /// <summary>What reads it; null if this system has no such source.</summary>
    public abstract SourceReader? CreateReader(ConfiguredGroup group, SourceContext context);
}
