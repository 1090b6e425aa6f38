namespace Collector.Generators.Model;

/// <summary>Where one platform keeps a group's values.</summary>
internal abstract record Source(Platform Platform)
{
    /// <summary>The metrics that the source brings.</summary>
    public abstract IEnumerable<Metric> Bound { get; }
}
