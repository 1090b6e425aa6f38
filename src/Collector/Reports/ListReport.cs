using System.Text;
using Collector.Filters;
using Collector.Metrics;
using Collector.Sources;
using Collector.Wire;

namespace Collector.Reports;

/// <summary>What can be measured, and what of it a host has, a line a metric.</summary>
internal static class ListReport
{
    /// <param name="groups">Those that the configuration knows.</param>
    /// <param name="readers">The reader of each, once it has read; null where there is none.</param>
    /// <param name="context">What was read from.</param>
    /// <param name="platform">The system that was read.</param>
    /// <param name="naming">The names to show instead of what metrics mean; null to show that.</param>
    public static string Render(
        IReadOnlyList<MetricGroup> groups, IReadOnlyList<GroupReader?> readers, SourceContext context, Platform platform,
        WireNaming? naming = null)
    {
        TextTable table = new(leftAligned: 5);
        table.Add("METRIC", "UNIT", "KIND", "HERE", naming is null ? "MEANING" : "SENT AS");
        StringBuilder notes = new();
        for (int index = 0; index < groups.Count; index++)
        {
            MetricGroup group = groups[index];
            GroupReader? reader = readers[index];
            foreach (MetricInfo metric in MetricsToList(group, context.Filter))
            {
                table.Add(
                    group.PathOf(metric), metric.Unit, metric.Kind == MetricKind.Counter ? "counter" : "gauge",
                    HumanFormat.Name(Availability.Of(metric, group, reader, context, platform)),
                    naming is null ? metric.Description : SentNames.Of(metric, reader, naming));
            }

            if (reader is { Fault.IsFailure: true })
            {
                notes.Append('\n').Append(HumanFormat.Name($"{group.Name}: {reader.Fault}")).Append('\n');
            }
        }

        StringBuilder text = new();
        table.AppendTo(text);
        return text.Append(notes).ToString();
    }

    /// <summary>The metrics that a filter speaks of; with one that only leaves out, all of them.</summary>
    public static IEnumerable<MetricInfo> MetricsToList(MetricGroup group, MetricFilter filter)
    {
        ulong named = 0;
        foreach (FilterItem item in filter.Items)
        {
            named |= item.Sign == FilterSign.Remove ? 0 : item.MetricsOf(group, all: true);
        }

        return group.Metrics.ToArray().Where(metric => !filter.IsSelective || ((named >> metric.Index) & 1) != 0);
    }
}
