namespace Collector.Generators.Model;

/// <summary>Where one platform keeps a group's values.</summary>
internal abstract record Source(Platform Platform)
{
    /// <summary>The metrics that the source brings, with what is done to their raw values.</summary>
    public abstract IEnumerable<(Metric Metric, Conversion Conversion)> Conversions { get; }

    /// <summary>Whether a host without the source is in order.</summary>
    public virtual bool MayBeMissing => false;

    /// <summary>The metrics that the source brings.</summary>
    public IEnumerable<Metric> Bound => Conversions.Select(static bound => bound.Metric);
}
