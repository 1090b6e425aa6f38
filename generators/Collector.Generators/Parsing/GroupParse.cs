using Collector.Generators.Diagnostics;
using Collector.Generators.Model;

namespace Collector.Generators.Parsing;

/// <summary>What is known of a group while its sources are read.</summary>
internal sealed class GroupParse(MetricTable metrics, string? instance)
{
    /// <summary>The metrics that the platform's sources bind so far.</summary>
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public MetricTable Metrics => metrics;

    public string? Instance => instance;

    /// <summary>Whether the source that is read completes the rows that an earlier one of its platform has made.</summary>
    public bool IsCompleting { get; set; }

    /// <summary>Whether a source was given up: what it would have bound is not missing.</summary>
    public bool HasFaultySource { get; set; }

    /// <summary>Each metric that a source tries to bind, once a source: if that failed it was reported, and nothing is missing.</summary>
    public List<string> Tried { get; } = [];

    /// <summary>What has to be checked against native rows.</summary>
    public List<NativeUse> NativeUses { get; } = [];

    /// <summary>Starts with the sources of another platform.</summary>
    public void BeginPlatform()
    {
        _taken.Clear();
        IsCompleting = false;
    }

    /// <summary>The metrics of an object whose names are metrics: those that a source may bind, with what they are bound to.</summary>
    public IEnumerable<(Metric Metric, Node Name, Node Value)> Bindings(DeclarationFile file, Node bindings, string what)
    {
        if (!Shape.Is(file, bindings, NodeKind.Object, $"'{what}' has to be an object"))
        {
            HasFaultySource = true;
            yield break;
        }

        if (bindings.Members.Count == 0)
        {
            file.Report(Descriptors.EmptyList, file.OpeningOf(bindings), what);
        }

        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (Member member in bindings.Members)
        {
            if (!seen.Add(member.Name.Text))
            {
                file.Report(Descriptors.DuplicateProperty, member.Name, member.Name.Text);
            }
            else if (metrics.FindBindable(file, member.Name) is not Metric metric)
            {
                continue;
            }
            else if (!_taken.Add(metric.Name))
            {
                file.Report(Descriptors.BoundTwice, member.Name, metric.Name);
            }
            else
            {
                Tried.Add(metric.Name);
                yield return (metric, member.Name, member.Value);
            }
        }
    }
}
