using System.Numerics;
using System.Text;
using Collector.Metrics;
using Collector.Sources;
using Collector.Wire;

namespace Collector.Reports;

/// <summary>Every metric that this build knows, with its names and its source on each system, as Markdown.</summary>
internal static class MetricReference
{
    public static string Render(IReadOnlyList<MetricGroup> groups)
    {
        StringBuilder text = new("""
            # Metrics

            On the wire, `native` names are a metric's name here behind prefix and host; `tagged` names leave the host and
            the instance out, which are tags then. The names of `metcollect` and `collectd`, behind prefix and host too,
            have columns of their own.

            """);
        SourceContext context = new("/");
        foreach (MetricGroup group in groups)
        {
            GroupReader? reader = group.CreateIdleReader(context);
            text.Append($"\n## {group.Name}\n\n{group.Description}\n\n");
            text.Append("| metric | unit | kind | meaning | Linux | Windows | metcollect | collectd |\n|---|---|---|---|---|---|---|---|\n");
            foreach (MetricInfo metric in group.Metrics)
            {
                string kind = metric.Kind == MetricKind.Counter ? "counter" : "gauge";
                text.Append(
                    $"| `{group.PathOf(metric)}` | {metric.Unit} | {kind} | {metric.Description} " +
                    $"| {Source(Provenance.Describe(group, metric, Platform.Linux))} | {Source(Provenance.Describe(group, metric, Platform.Windows))} " +
                    $"| {Names(group, metric, reader, NameSet.Metcollect)} | {Names(group, metric, reader, NameSet.Collectd)} |\n");
            }
        }

        return text.ToString();
    }

    private static string Source(string? source) => source is null ? "" : Code(source);

    /// <summary>The lines that a metric is sent by; of those that are made of several metrics only the simplest.</summary>
    private static string Names(MetricGroup group, MetricInfo metric, GroupReader? reader, NameSet set)
    {
        WireNaming naming = new(WireKind.Graphite, set, "", "host");
        string? node = group.InstanceLabel is null ? null : $"<{group.InstanceLabel}>";
        SentLine[] lines = [.. reader?.CreateSerializer(naming)?.LinesOf(node)
            .Where(line => ((line.Metrics >> metric.Index) & 1) != 0) ?? []];
        int fewest = lines.Select(static line => BitOperations.PopCount(line.Metrics)).DefaultIfEmpty().Min();
        return string.Join("<br>", lines.Where(line => BitOperations.PopCount(line.Metrics) == fewest)
            .Select(line => (fewest > 1 ? "part of " : "") + Code(line.Name[naming.Stem.Length..])));
    }

    private static string Code(string text) => $"`{text.Replace("|", "\\|", StringComparison.Ordinal)}`";
}
