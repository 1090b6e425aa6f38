namespace Collector.Generators.Model;

/// <summary>One declaration, reduced to what can be generated from it: no positions, no Roslyn objects.</summary>
/// <param name="Instance">What a row stands for (<c>processor</c>); null for a group with one row for the host.</param>
internal sealed record Declaration(
    string Group,
    string Description,
    string? Instance,
    EquatableArray<Metric> Metrics,
    EquatableArray<Source> Sources,
    EquatableArray<GroupPath> Names)
{
    public bool HasInstances => Instance is not null;

    public Source? SourceOf(Platform platform)
    {
        foreach (Source source in Sources)
        {
            if (source.Platform == platform || source.Platform == Platform.Any)
            {
                return source;
            }
        }

        return null;
    }

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
