using Collector.Counters;
using Collector.Metrics;

namespace Collector.Configuration;

/// <summary>Reads the counters that users add, and puts them into groups.</summary>
internal static class CounterSettings
{
    /// <summary>As many metrics as a row has bits for.</summary>
    private const int MaxMetrics = 64;

    /// <exception cref="UserError">One of them is wrong, or two of them clash.</exception>
    public static Settings Apply(Settings settings, SettingValue setting)
    {
        List<CounterItem> counters = [];
        foreach (SettingObject item in setting.Items)
        {
            CounterItem counter = CounterItem.Parse(new(item));
            RequireNewName(counter, counters);
            counters.Add(counter);
        }

        List<MetricGroup> groups = [.. settings.Groups];
        while (counters is [CounterItem first, ..])
        {
            List<CounterItem> group = counters.FindAll(first.IsOfSameGroup);
            counters.RemoveAll(first.IsOfSameGroup);
            if (group.Count > MaxMetrics)
            {
                setting.Reject($"{first.Group} has {group.Count} metrics of {first.Source}, and a group has {MaxMetrics} at most; use two names");
            }

            groups.Add(new ConfiguredGroup(first.Group, first.Source, group.ConvertAll(static counter => counter.Metric)));
        }

        // What the collector says of itself comes last.
        groups.Remove(SelfGroup.Definition);
        groups.Add(SelfGroup.Definition);
        return settings with { Groups = groups };
    }

    private static void RequireNewName(CounterItem counter, List<CounterItem> others)
    {
        bool isDeclared = Catalog.Groups.ToArray().Any(group => group.Name == counter.Group
            && group.Metrics.ToArray().Any(metric => metric.Name == counter.Metric.Name));
        if (isDeclared)
        {
            throw counter.Text.Wrong("name", $"the collector has a metric '{counter.Name}' already; choose another name");
        }

        int same = others.FindIndex(other => other.Name == counter.Name);
        if (same >= 0)
        {
            throw counter.Text.Wrong("name", $"'{counter.Name}' is the name of counters[{same}] already; choose another one");
        }

        int twin = others.FindIndex(other => other.IsOfSameGroup(counter)
            && other.Metric.Target.Equals(counter.Metric.Target, StringComparison.OrdinalIgnoreCase)
            && other.Metric.Column == counter.Metric.Column);
        if (twin >= 0)
        {
            throw counter.Text.Wrong("name", $"counters[{twin}] is the same counter, under the name '{others[twin].Name}'; remove one of them");
        }
    }
}
