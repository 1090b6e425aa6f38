using Collector.Delivery;
using Collector.Filters;
using Collector.Metrics;
using Collector.Sources;
using Collector.Wire;

namespace Collector.Configuration;

/// <summary>What a run of the program shall do, all sources of settings weighed up.</summary>
internal sealed record Settings
{
    public static TimeSpan DefaultInterval { get; } = TimeSpan.FromSeconds(10);

    /// <summary>A second has room for one point, so shorter intervals serve tests and StatsD.</summary>
    public static TimeSpan ShortestInterval { get; } = TimeSpan.FromMilliseconds(10);

    public static TimeSpan LongestInterval { get; } = TimeSpan.FromDays(1);

    public TimeSpan Interval { get; init; } = DefaultInterval;

    /// <summary>How long after a tick its lines leave; null to derive it from the host's name.</summary>
    public TimeSpan? Phase { get; init; }

    /// <summary>Where <see cref="Phase"/> was written; null if it was not.</summary>
    public SettingValue? PhaseSetting { get; init; }

    public IReadOnlyList<DestinationOptions> Destinations { get; init; } = [];

    /// <summary>What is measured.</summary>
    public MetricFilter Filter { get; init; } = MetricFilter.Default;

    /// <summary>Where the items of <see cref="Filter"/> were written; null if there are none.</summary>
    public SettingValue? FilterSetting { get; init; }

    /// <summary>All groups that this configuration knows, in the order to read them.</summary>
    public IReadOnlyList<MetricGroup> Groups { get; init; } = [.. Catalog.Groups];

    /// <summary>The services, processes, ports and files to look at.</summary>
    public NamedTargets Targets { get; init; } = NamedTargets.None;

    /// <summary>How many new series may appear in a minute; 0 for any number.</summary>
    public int FirstSeenRate { get; init; }

    /// <summary>What stands before the host in each name; null for the name set's own.</summary>
    public string? Prefix { get; init; }

    /// <summary>The host's name in each name; null to ask the system.</summary>
    public string? Host { get; init; }

    public NameSet Names { get; init; } = NameSet.Native;

    /// <summary>What tells this host's series apart beside their names, where names are tagged.</summary>
    public IReadOnlyList<Tag> Tags { get; init; } = [];

    /// <summary>The folder that stands for <c>/</c>.</summary>
    public string Root { get; init; } = "/";

    /// <summary>The host's name as it goes into names: the configured one, or what the system says now.</summary>
    public string HostName => Host ?? Sources.HostName.Current(Root);

    /// <summary>How long after a tick its lines leave for a destination. Nobody else writes to a file of ours, so that waits for nothing.</summary>
    public TimeSpan PhaseOf(DestinationOptions destination) =>
        destination.Scheme is DestinationScheme.Stdout or DestinationScheme.File ? TimeSpan.Zero
        : Phase ?? HostSpread.Phase(HostName, Interval);

    /// <summary>The names for lines that no destination has a say in.</summary>
    public WireNaming NamingFor(WireKind wire) =>
        new(wire, Names, Prefix ?? NameSets.DefaultPrefix(Names), HostName) { Tags = Tags };

    /// <summary>The names for one destination: what its URI says, and these settings for the rest.</summary>
    public WireNaming NamingFor(DestinationOptions destination)
    {
        NameSet names = destination.Names ?? Names;
        return new(
            destination.Wire, names, destination.Prefix ?? Prefix ?? NameSets.DefaultPrefix(names),
            destination.HostName ?? HostName, destination.Fractions)
        {
            Rates = destination.Rates,
            Tags = Tags,
        };
    }
}
