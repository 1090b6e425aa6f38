using Collector.Configuration;
using Collector.Filters;
using Collector.Metrics;
using Collector.Sources;

namespace Collector.Commands;

/// <summary>Says which items of a filter have found nothing on this host.</summary>
internal static class FilterWarnings
{
    /// <summary>How many instances are named where there are many.</summary>
    private const int MaxNames = 8;

    /// <summary>A line for each such item, after the first read.</summary>
    public static IEnumerable<string> Of(Settings settings, SourceContext context, IReadOnlyList<GroupReader> readers)
    {
        foreach (FilterItem item in settings.Filter.Items)
        {
            MetricGroup[] groups = [.. settings.Groups.Where(group => item.MetricsOf(group, all: true) != 0)];
            GroupReader[] read = [.. readers.Where(reader => Array.IndexOf(groups, reader.Group) >= 0)];
            string? warning = read.Length == 0 ? NoGroup(item, groups, settings, context) : NoInstance(item, read, context);
            if (warning is not null)
            {
                yield return $"{item.Text}: {warning}";
            }
        }

        // A host that cannot tell what the configuration names: not a failure, but not to be missed either.
        foreach (GroupReader reader in readers)
        {
            if (reader is { RowCount: 0, Fault: { IsFailure: false, IsNone: false } }
                && context.Targets.Of(reader.Group.Name) is { Count: > 0 })
            {
                yield return $"{reader.Group.Name}: {reader.Fault}";
            }
        }
    }

    private static string? NoGroup(FilterItem item, MetricGroup[] groups, Settings settings, SourceContext context)
    {
        MetricGroup? wanted = Array.Find(groups, group => settings.Filter.PossibleOf(group) != 0);
        return item.Sign == FilterSign.Remove || wanted is null ? null
            : wanted == SelfGroup.Definition ? "only 'run' measures the collector itself"
            : context.HasNoTargets(wanted)
                ? $"nothing is named; list \"{NamedTargets.SettingOf(wanted.Name)}\" in the configuration file"
            : context.Recording is not null && Array.Exists(wanted.DeclaredSources, source => source.IsFor(HostReading.PlatformOf(context)))
                ? "the recording has nothing of it"
            : $"{HostReading.PlatformOf(context)} has no such group";
    }

    private static string? NoInstance(FilterItem item, GroupReader[] readers, SourceContext context)
    {
        if (item.Instance is null || Array.Exists(readers, static reader => reader.Fault.IsFailure))
        {
            return null;
        }

        string[] names = [.. readers.SelectMany(reader => context.FilterOf(reader.Group).Seen ?? [])];
        if (Array.Exists(names, name => Glob.IsMatch(item.Instance, name)))
        {
            return null;
        }

        string label = readers[0].Group.InstanceLabel ?? "instance";
        string more = names.Length > MaxNames ? $" and {names.Length - MaxNames} more" : "";
        return names.Length == 0
            ? $"no such {label} here now; there are none"
            : $"no such {label} here now; there are {string.Join(", ", names.Take(MaxNames))}{more}";
    }
}
