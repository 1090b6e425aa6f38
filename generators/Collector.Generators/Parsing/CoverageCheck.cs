using Collector.Generators.Diagnostics;
using Collector.Generators.Model;

namespace Collector.Generators.Parsing;

/// <summary>Checks that every metric has a source, and the platforms that it is said to be on.</summary>
internal static class CoverageCheck
{
    public static void Check(DeclarationFile file, GroupParse group, List<Source> sources)
    {
        foreach (Metric metric in group.Metrics.Metrics)
        {
            Node node = group.Metrics.NodeOf(metric);
            Node name = Shape.Optional(node, "name")!;
            int bound = sources.Count(source => Binds(source, metric));
            if (group.HasFaultySource || group.Tried.Count(tried => tried == metric.Name) > bound)
            {
                continue;
            }

            if (Shape.Optional(node, "derived") is null && bound == 0)
            {
                file.Report(Descriptors.UnboundMetric, name, metric.Name);
            }
            else if (Shape.Optional(node, "on") is Node on && Shape.IsList(file, on, "on"))
            {
                CheckOn(file, on, metric, sources);
            }
        }
    }

    private static bool Binds(Source source, Metric metric) => source.Bound.Any(bound => bound.Name == metric.Name);

    private static void CheckOn(DeclarationFile file, Node on, Metric metric, List<Source> sources)
    {
        HashSet<string> listed = new(StringComparer.Ordinal);
        foreach (Node item in on.Items)
        {
            if (!Shape.Is(file, item, NodeKind.String, "a platform has to be a text"))
            {
                continue;
            }

            if (!Grammar.On.Contains(item.Text))
            {
                file.Report(Descriptors.UnknownPlatform, item, item.Text, Nearest.Hint(item.Text, Grammar.On));
            }
            else if (listed.Add(item.Text) && metric.Derived is null && !IsOn(item.Text, metric, sources))
            {
                file.Report(
                    Descriptors.Contradiction, item, metric.Name, $"is said to be on {item.Text} and no source there binds it");
            }
        }

        foreach (string platform in Grammar.On)
        {
            if (!listed.Contains(platform) && IsOn(platform, metric, sources))
            {
                file.Report(
                    Descriptors.Contradiction, file.OpeningOf(on), metric.Name, $"is bound on {platform}, which 'on' leaves out");
            }
        }
    }

    private static bool IsOn(string platform, Metric metric, List<Source> sources)
    {
        Platform wanted = platform == "linux" ? Platform.Linux : Platform.Windows;
        return sources.Exists(source => (source.Platform == wanted || source.Platform == Platform.Any) && Binds(source, metric));
    }
}
