using System.Text;
using Collector.Metrics;

namespace Collector.Reports;

/// <summary>Every metric that this build knows, with its source on each system, as Markdown.</summary>
internal static class MetricReference
{
    public static string Render(IReadOnlyList<MetricGroup> groups)
    {
        StringBuilder text = new("# Metrics\n");
        foreach (MetricGroup group in groups)
        {
            text.Append($"\n## {group.Name}\n\n{group.Description}\n\n");
            text.Append("| metric | unit | kind | meaning | Linux | Windows |\n|---|---|---|---|---|---|\n");
            foreach (MetricInfo metric in group.Metrics)
            {
                string kind = metric.Kind == MetricKind.Counter ? "counter" : "gauge";
                text.Append(
                    $"| `{group.PathOf(metric)}` | {metric.Unit} | {kind} | {metric.Description} " +
                    $"| {Source(Provenance.Describe(group, metric, Platform.Linux))} | {Source(Provenance.Describe(group, metric, Platform.Windows))} |\n");
            }
        }

        return text.ToString();
    }

    private static string Source(string? source) => source is null ? "" : $"`{source.Replace("|", "\\|", StringComparison.Ordinal)}`";
}
