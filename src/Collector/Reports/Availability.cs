using Collector.Filters;
using Collector.Metrics;
using Collector.Sources;

namespace Collector.Reports;

/// <summary>Says whether a host has a metric and, in a few words, why not.</summary>
internal static class Availability
{
    /// <summary>What the last read says.</summary>
    /// <param name="metric">A metric of the group.</param>
    /// <param name="group">The group.</param>
    /// <param name="reader">The group's reader, once it has read; null if it has none.</param>
    /// <param name="context">What it reads from.</param>
    /// <param name="platform">The system that is read.</param>
    public static string Of(MetricInfo metric, MetricGroup group, GroupReader? reader, SourceContext context, Platform platform)
    {
        RowFilter filter = context.FilterOf(group);
        ulong bit = 1ul << metric.Index;
        (ulong present, ulong wanted, ulong sent) = Masks(reader);
        bool isHidden = (present & bit) != 0 || ((reader?.RowCount ?? 0) > 0 && (wanted & bit) == 0);
        return (sent & bit) != 0 ? "yes"
            : (filter.Possible & bit) == 0 ? (group.OnRequest & bit) == 0 ? "no (filtered out)" : $"no (ask for it: +{group.Name}.{metric.Name})"
            : context.HasNoTargets(group)
                ? $"no (nothing named: \"{NamedTargets.SettingOf(group.Name)}\" in the configuration)"
            : OtherPlatform(metric, group, platform) is string other ? $"no ({other} only)"
            : reader is null ? "no (not on this system)"
            : isHidden ? "no (filtered out)"
            : reader.Fault.Kind != FaultKind.None ? $"no ({Shortened(reader.Fault)})"
            : reader.RowCount > 0 ? "no (not on this host)"
            : filter.Seen is { Count: > 0 } ? "no (filtered out)"
            : $"no (no {group.InstanceLabel} here)";
    }

    /// <summary>The metrics that rows have, those that are wanted of some row, and those that are sent.</summary>
    private static (ulong Present, ulong Wanted, ulong Sent) Masks(GroupReader? reader)
    {
        ulong present = 0;
        ulong wanted = 0;
        ulong sent = 0;
        for (int row = 0; row < (reader?.RowCount ?? 0); row++)
        {
            Row values = reader!.RowAt(row);
            present |= values.Present;
            wanted |= values.Wanted;
            sent |= values.Sent;
        }

        return (present, wanted, sent);
    }

    private static string? OtherPlatform(MetricInfo metric, MetricGroup group, Platform platform)
    {
        Platform other = platform == Platform.Linux ? Platform.Windows : Platform.Linux;
        return Provenance.Has(group, metric, other) && !Provenance.Has(group, metric, platform) ? other.ToString() : null;
    }

    /// <summary>What a fault says before it goes into details.</summary>
    private static string Shortened(Fault fault) => fault.Kind switch
    {
        FaultKind.Unreadable => $"cannot read {fault.Subject}",
        FaultKind.CallFailed => $"{fault.Subject} failed",
        FaultKind.CountersDisabled => "switched off",
        _ => fault.ToString().Split(" (")[0],
    };
}
