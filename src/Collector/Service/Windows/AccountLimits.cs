using Collector.Configuration;
using Collector.Counters;
using Collector.Metrics;

namespace Collector.Service.Windows;

/// <summary>What a service cannot measure for the account that it runs as. What is not named here takes no rights.</summary>
internal static class AccountLimits
{
    /// <summary>A line for each limit, and what lifts it.</summary>
    public static IEnumerable<string> Of(ServiceDefinition definition, Settings settings)
    {
        string account = ServiceRegistration.AccountOf(definition.Account);
        if (account == ServiceRegistration.LocalSystem)
        {
            yield break;
        }

        string[] groups = [.. settings.Groups.Where(group => UsesCounters(group, settings)).Select(static group => group.Name)];
        if (groups.Length > 0)
        {
            yield return $"as {account}, performance counters ({string.Join(", ", groups)}) are read where Windows lets it; if they are denied: "
                + $"net localgroup \"Performance Monitor Users\" \"NT SERVICE\\{definition.Name}\" /add";
        }

        if (settings.Targets.Files.Count > 0)
        {
            yield return $"as {account}, it sees no files in folders that are closed to it; to open one: "
                + $"icacls FOLDER /grant \"NT SERVICE\\{definition.Name}:(RX)\"";
        }
    }

    private static bool UsesCounters(MetricGroup group, Settings settings) =>
        settings.Filter.PossibleOf(group) != 0
        && (group is ConfiguredGroup configured
            ? configured.Source.Platform == Platform.Windows
            : Array.Exists(group.DeclaredSources, static source => source.Kind == SourceKind.Counters));
}
