using Collector.Generators.Diagnostics;
using Collector.Generators.Model;

namespace Collector.Generators.Parsing;

/// <summary>Reads <c>names.collectd</c>: paths, each with what its line says.</summary>
internal static class CollectdParser
{
    public static List<NameUse> Parse(DeclarationFile file, Node node, bool hasInstances, MetricTable metrics)
    {
        List<NameUse> paths = [];
        if (!Shape.Is(file, node, NodeKind.Object, "'collectd' has to be an object"))
        {
            return paths;
        }

        if (node.Members.Count is 0 or > Grammar.MaxCollectdPaths)
        {
            file.Report(Descriptors.CollectdCount, file.OpeningOf(node), $"{Grammar.MaxCollectdPaths}", $"{node.Members.Count}");
            return paths;
        }

        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (Member member in node.Members)
        {
            if (!seen.Add(member.Name.Text))
            {
                file.Report(Descriptors.DuplicateProperty, member.Name, member.Name.Text);
            }
            else if (ParseOne(file, member, hasInstances, metrics) is CollectdPath path)
            {
                CheckEscape(file, member, path, paths);
                paths.Add(new(path, file.PlaceOf(member.Name)));
            }
        }

        return paths;
    }

    private static CollectdPath? ParseOne(DeclarationFile file, Member member, bool hasInstances, MetricTable metrics)
    {
        TemplateParser template = new(file, member.Name, hasInstances, hasMetric: false);
        EquatableArray<PathPart>? parts = template.Parse();
        if (!Shape.IsText(file, member.Value, member.Name.Text))
        {
            return null;
        }

        ExpressionText text = new(member.Value.Text, hasRates: true);
        return ExpressionParser.Parse(file, member.Value, text) is Expression value
            && OperandsFit(file, member.Value, text, metrics)
            && parts is not null
                ? new(parts.Value, template.Escape ?? InstanceEscape.Collectd, value)
                : null;
    }

    private static bool OperandsFit(DeclarationFile file, Node node, ExpressionText text, MetricTable metrics)
    {
        bool fit = true;
        foreach ((string name, int start) in text.Names)
        {
            Place place = file.PlaceWithin(node, start, name.Length);
            Metric? metric = metrics.Find(name);
            if (metric is null && !metrics.IsFaulty(name))
            {
                file.Report(Descriptors.UnknownOperand, place, name, Nearest.Hint(name, metrics.Names));
            }
            else if (metric is not null && metric.IsCounter != text.IsRated(start))
            {
                file.Report(
                    Descriptors.WrongGrowth, place, name,
                    metric.IsCounter ? "a counter, and collectd sends what it grows by" : "a gauge, which does not grow",
                    metric.IsCounter ? $"write rate({name})" : "let it stand alone");
                fit = false;
            }

            fit &= metric is not null;
        }

        return fit;
    }

    /// <summary>A row has one node, whatever lines it stands in.</summary>
    private static void CheckEscape(DeclarationFile file, Member member, CollectdPath path, List<NameUse> earlier)
    {
        if (earlier.Count > 0 && earlier[0].Path.Escape != path.Escape)
        {
            file.Report(Descriptors.MixedEscapes, member.Name);
        }
    }
}
