using Collector.Configuration;
using Collector.Metrics;
using Collector.Sources;
using Collector.Verification;

namespace Collector.Commands;

/// <summary>Takes the snapshot of the host that settings name.</summary>
internal static class HostSnapshot
{
    /// <param name="settings">Say which host, and what of it is wanted.</param>
    /// <param name="reading">What was read for it, and how that went.</param>
    /// <exception cref="UserError">Nothing of it can be read.</exception>
    public static Snapshot Take(Settings settings, out HostReading reading)
    {
        reading = HostReading.Open(
            WithServices(settings) with { Groups = [.. settings.Groups.Where(DefiningValues.IsIn)] }, isLasting: false);
        reading.Read();
        Platform platform = HostReading.PlatformOf(reading.Context);
        return Snapshot.Of(
            HostFactsReader.Read(reading.Context, platform, settings.HostName),
            reading.Readers,
            FileSystemTypes.Read(reading.Context, platform, Instances(reading, DiskUsageGroup.Definition)),
            VirtualInterfaces.AreWantedBy(settings.Filter));
    }

    /// <summary>All services that are installed belong to a host, not only those that the configuration names.</summary>
    private static Settings WithServices(Settings settings)
    {
        if (settings.Filter.PossibleOf(ServiceGroup.Definition) == 0)
        {
            return settings;
        }

        SourceContext context = HostReading.ContextOf(settings);
        Platform platform = HostReading.PlatformOf(context);
        IReadOnlyList<string> installed = ServiceNames.Read(context, platform, out Fault fault);
        if (fault.IsFailure)
        {
            StandardError.WriteLine($"service: only those that the configuration names, since the others cannot be listed: {fault}");
        }

        StringComparer comparer = platform == Platform.Windows ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        string[] all = [.. settings.Targets.Services.Concat(installed).Distinct(comparer)];
        return settings with { Targets = settings.Targets with { Services = all } };
    }

    private static IEnumerable<string> Instances(HostReading reading, MetricGroup group) => reading.Readers
        .Where(reader => reader.Group == group)
        .SelectMany(static reader => Enumerable.Range(0, reader.RowCount).Select(row => reader.RowAt(row).Instance.Name));
}
