using Collector.Generators.Diagnostics;
using Collector.Generators.Model;

namespace Collector.Generators.Parsing;

/// <summary>Reads <c>names</c>: what the group is called on the wire.</summary>
internal static class NamesParser
{
    public static List<NameUse> Parse(DeclarationFile file, Node? names, string group, bool hasInstances, MetricTable metrics)
    {
        if (names is not null && !Shape.IsObject(file, names, "'names'", Grammar.NameSets))
        {
            names = null;
        }

        List<NameUse> paths = [];
        Node? native = names is null ? null : Shape.Optional(names, "native");
        NameUse? path = native is null
            ? new(Default(group, hasInstances, metrics), null)
            : ParsePath(file, native, NameSet.Native, InstanceEscape.Node, hasInstances, metrics);
        if (path is not null)
        {
            paths.Add(path);
        }

        Node? metcollect = names is null ? null : Shape.Optional(names, "metcollect");
        if (metcollect is not null
            && ParsePath(file, metcollect, NameSet.Metcollect, InstanceEscape.Plain, hasInstances, metrics) is NameUse other)
        {
            paths.Add(other);
        }

        Node? collectd = names is null ? null : Shape.Optional(names, "collectd");
        if (collectd is not null)
        {
            paths.AddRange(CollectdParser.Parse(file, collectd, hasInstances, metrics));
        }

        return paths;
    }

    private static NamePath Default(string group, bool hasInstances, MetricTable metrics)
    {
        PathPart metric = new(PathPartKind.Metric);
        PathPart dot = new(PathPartKind.Text, ".");
        PathPart stem = new(PathPartKind.Text, group + ".");
        EquatableArray<PathPart> parts = hasInstances
            ? new([stem, new(PathPartKind.Instance), dot, metric])
            : new([stem, metric]);
        return new(NameSet.Native, parts, InstanceEscape.Node, IsDefault: true, new([.. metrics.Metrics]));
    }

    private static NameUse? ParsePath(
        DeclarationFile file, Node node, NameSet set, InstanceEscape escape, bool hasInstances, MetricTable metrics)
    {
        Node? path = node;
        IReadOnlyList<Metric> subset = metrics.Metrics;
        if (node.Kind == NodeKind.Object)
        {
            Shape.IsObject(file, node, "a path", Grammar.Path);
            path = Shape.Required(file, node, "a path", "path");
            Node? list = Shape.Optional(node, "metrics");
            if (list is not null && Shape.IsList(file, list, "metrics"))
            {
                subset = metrics.FindAll(file, list);
                if (list.Items.Count == 0)
                {
                    file.Report(Descriptors.EmptyList, file.OpeningOf(list), "metrics");
                }
            }
        }

        if (path is null || !Shape.IsText(file, path, "path"))
        {
            return null;
        }

        TemplateParser template = new(file, path, hasInstances, hasMetric: true);
        return template.Parse() is EquatableArray<PathPart> parts
            ? new(new NamePath(set, parts, template.Escape ?? escape, IsDefault: false, new([.. subset])), file.PlaceOf(path))
            : null;
    }
}
