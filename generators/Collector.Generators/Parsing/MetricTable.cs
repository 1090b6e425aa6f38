using Collector.Generators.Diagnostics;
using Collector.Generators.Model;

namespace Collector.Generators.Parsing;

/// <summary>The metrics of a group while it is read, by name.</summary>
internal sealed class MetricTable
{
    private readonly List<Metric> _metrics = [];
    private readonly List<Node> _nodes = [];
    private readonly HashSet<string> _faulty = new(StringComparer.Ordinal);

    public int Count => _metrics.Count;

    public IReadOnlyList<Metric> Metrics => _metrics;

    public IEnumerable<string> Names => _metrics.Select(static metric => metric.Name);

    public void Add(Metric metric, Node node)
    {
        _metrics.Add(metric);
        _nodes.Add(node);
    }

    /// <summary>Notes the name of a metric that was reported: what refers to it is not at fault.</summary>
    public void AddFaulty(string name) => _faulty.Add(name);

    public bool IsFaulty(string name) => _faulty.Contains(name);

    /// <summary>The JSON of a metric.</summary>
    public Node NodeOf(Metric metric) => _nodes[metric.Index];

    public void Replace(Metric metric) => _metrics[metric.Index] = metric;

    public Metric? Find(string name) => _metrics.Find(metric => metric.Name == name);

    /// <summary>The metric that would have the same name in C#.</summary>
    public Metric? FindAlike(string name) =>
        _metrics.Find(metric => Identifier.Pascal(metric.Name) == Identifier.Pascal(name));

    /// <summary>The metric that a text names; null, and reported, if there is none.</summary>
    public Metric? Find(DeclarationFile file, Node name)
    {
        Metric? metric = Find(name.Text);
        if (metric is null && !IsFaulty(name.Text))
        {
            file.Report(Descriptors.UnknownMetric, name, name.Text, Nearest.Hint(name.Text, Names));
        }

        return metric;
    }

    /// <summary>The metric that a source binds; null, and reported, if it cannot.</summary>
    public Metric? FindBindable(DeclarationFile file, Node name)
    {
        Metric? metric = Find(file, name);
        if (metric is null || Shape.Optional(NodeOf(metric), "derived") is null)
        {
            return metric;
        }

        file.Report(Descriptors.BoundDerived, name, name.Text);
        return null;
    }

    /// <summary>A list of metrics, each named once.</summary>
    public List<Metric> FindAll(DeclarationFile file, Node list)
    {
        List<Metric> found = [];
        foreach (Node item in list.Items)
        {
            if (!Shape.Is(file, item, NodeKind.String, "the name of a metric has to be a text") || Find(file, item) is not Metric metric)
            {
                continue;
            }

            if (found.Contains(metric))
            {
                file.Report(Descriptors.ListedTwice, item, item.Text);
            }
            else
            {
                found.Add(metric);
            }
        }

        return found;
    }
}
