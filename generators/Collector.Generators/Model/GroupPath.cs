namespace Collector.Generators.Model;

/// <summary>What something of a group is called in one set of names.</summary>
/// <param name="Parts">The path's text and placeholders.</param>
internal abstract record GroupPath(NameSet Set, EquatableArray<PathPart> Parts, InstanceEscape Escape)
{
    /// <summary>The names that it stands for, each with the metrics that it needs.</summary>
    public abstract IEnumerable<(string Text, IReadOnlyList<string> Metrics)> Sent { get; }

    /// <summary>The path as the runtime reads it.</summary>
    public string Template => TextFor("{metric}");

    /// <summary>The path of a metric, with <c>{instance}</c> for any instance.</summary>
    protected string TextFor(string metric) => string.Concat(Parts.Select(part => part.Kind switch
    {
        PathPartKind.Metric => metric,
        PathPartKind.Instance => "{instance}",
        _ => part.Text,
    }));
}
