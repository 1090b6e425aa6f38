using Collector.Configuration;
using Collector.Metrics;
using Collector.Sources;
using Collector.Verification;

namespace Collector.Commands;

/// <summary>Takes snapshots of the host that settings name.</summary>
/// <param name="Reading">What is read for them.</param>
/// <param name="Settings">Say which host, and what of it is wanted.</param>
internal sealed record HostSnapshot(HostReading Reading, Settings Settings)
{
    /// <exception cref="UserError">Nothing of the host can be read.</exception>
    public static HostSnapshot Open(Settings settings) => new(
        HostReading.Open(WithServices(settings) with { Groups = [.. settings.Groups.Where(DefiningValues.IsIn)] }, isLasting: false), settings);

    /// <summary>Reads the host now.</summary>
    public Snapshot Take()
    {
        Reading.Read();
        Platform platform = HostReading.PlatformOf(Reading.Context);
        return Snapshot.Of(
            HostFactsReader.Read(Reading.Context, platform, Settings.HostName),
            Reading.Readers,
            FileSystemTypes.Read(Reading.Context, platform, Instances(Reading, DiskUsageGroup.Definition)),
            VirtualInterfaces.AreWantedBy(Settings.Filter));
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
