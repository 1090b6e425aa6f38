using Collector.Metrics;

namespace Collector.Filters;

/// <summary>Finds the items of a filter that can never match anything, and says what would.</summary>
internal static class FilterCheck
{
    /// <summary>What is wrong with a filter, or null.</summary>
    /// <param name="filter">What the user wrote.</param>
    /// <param name="groups">All groups that there are.</param>
    public static string? FaultOf(MetricFilter filter, IReadOnlyList<MetricGroup> groups)
    {
        foreach (FilterItem item in filter.Items)
        {
            if (item.Text.Length == 0 && filter.Items.Count > 1)
            {
                return "there is an item with nothing in it; take out a comma";
            }

            if (FaultOf(item, groups) is string fault)
            {
                return fault;
            }
        }

        return groups.Any(group => filter.PossibleOf(group) != 0)
            ? null
            : $"no group is left to read; there are {Names(groups)}";
    }

    private static string? FaultOf(FilterItem item, IReadOnlyList<MetricGroup> groups)
    {
        MetricGroup[] matching = [.. groups.Where(item.Matches)];
        return matching.Length == 0 ? NoGroup(item, groups)
            : item.Instance is not null && Array.TrueForAll(matching, static group => group.InstanceLabel is null)
                ? $"'{item.Text}': {Names(matching)} has no instances; leave the brackets out"
            : Array.TrueForAll(matching, group => item.MetricsOf(group, all: true) == 0) ? NoMetric(item, matching)
            : null;
    }

    private static string NoGroup(FilterItem item, IReadOnlyList<MetricGroup> groups)
    {
        string[] known = [.. groups.Select(static group => group.Name)];
        return item.Group.Length == 0 ? $"{(item.Text.Length > 0 ? $"'{item.Text}' " : "")}names no group; there are {Names(groups)}"
            : Glob.IsPattern(item.Group) ? $"no group matches '{item.Group}'; {Hint(item.Group, known)}"
            : $"there is no group '{item.Group}'; {Hint(item.Group, known)}";
    }

    private static string NoMetric(FilterItem item, MetricGroup[] groups)
    {
        string metric = item.Metric ?? "";
        string[] known = [.. groups.SelectMany(static group => group.Metrics.ToArray()).Select(static metric => metric.Name).Distinct()];
        string fault = Glob.IsPattern(metric)
            ? $"no metric of {Names(groups)} matches '{metric}'; {Hint(metric, known)}"
            : $"there is no metric '{metric}' in {Names(groups)}; {Hint(metric, known)}";
        bool maybeInstance = item.Instance is null && groups is [{ InstanceLabel: not null }]
            && Nearest.To(metric, known) is null;
        return maybeInstance ? $"{fault}; an instance stands in brackets: {item.Group}[{metric}]" : fault;
    }

    private static string Hint(string pattern, string[] known) =>
        Nearest.Hint(pattern.Replace("*", "", StringComparison.Ordinal).Replace("?", "", StringComparison.Ordinal), known);

    private static string Names(IReadOnlyList<MetricGroup> groups) => string.Join(", ", groups.Select(static group => group.Name));
}
