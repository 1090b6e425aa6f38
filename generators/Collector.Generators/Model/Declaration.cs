namespace Collector.Generators.Model;

/// <summary>One declaration, reduced to what can be generated from it: no positions, no Roslyn objects.</summary>
/// <param name="Instance">What a row stands for (<c>processor</c>); null for a group with one row for the host.</param>
/// <param name="IsDefining">Whether the instances that there are say what a host is.</param>
internal sealed record Declaration(
    string Group,
    string Description,
    string? Instance,
    EquatableArray<Metric> Metrics,
    EquatableArray<Source> Sources,
    EquatableArray<GroupPath> Names,
    bool IsDefining = false)
{
    public bool HasInstances => Instance is not null;

    /// <summary>What a platform's values are read from, in this order. With instances the first makes the rows.</summary>
    public IEnumerable<Source> SourcesOf(Platform platform) =>
        Sources.Where(source => source.Platform == platform || source.Platform == Platform.Any);

    /// <summary>The place of a source among those of its platform, from 0.</summary>
    public int IndexOf(Source source) =>
        Sources.TakeWhile(other => !ReferenceEquals(other, source)).Count(other => other.Platform == source.Platform);

    /// <summary>Whether a source completes the rows that one before it has made.</summary>
    public bool IsCompleting(Source source) => HasInstances && IndexOf(source) > 0;

    public Metric? Find(string name)
    {
        foreach (Metric metric in Metrics)
        {
            if (metric.Name == name)
            {
                return metric;
            }
        }

        return null;
    }
}
