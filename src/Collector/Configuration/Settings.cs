using Collector.Delivery;
using Collector.Filters;
using Collector.Identity;
using Collector.Logging;
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

    /// <summary>Where lines go: without any destination, to standard output.</summary>
    public IEnumerable<DestinationOptions> DestinationsOrOutput => Destinations.DefaultIfEmpty(DestinationOptions.StandardOutput);

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

    /// <summary>The host's name in each name.</summary>
    public HostTemplate Host { get; init; } = HostTemplate.Default;

    /// <summary>Which names are this host's own; until it has one, lines wait.</summary>
    public ExpectedHost ExpectedHost { get; init; } = ExpectedHost.Any;

    public NameSet Names { get; init; } = NameSet.Native;

    /// <summary>What tells this host's series apart beside their names, where names are tagged.</summary>
    public IReadOnlyList<Tag> Tags { get; init; } = [];

    /// <summary>The folder that stands for <c>/</c>.</summary>
    public string Root { get; init; } = "/";

    /// <summary>The folder where lines wait on the disk; null for memory only.</summary>
    public string? Spool { get; init; }

    /// <summary>The most that one destination may take in <see cref="Spool"/>.</summary>
    public long SpoolBytes { get; init; } = 64 << 20;

    /// <summary>How old lines may become there.</summary>
    public TimeSpan SpoolAge { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How often the system is told to write to the disk itself: zero at each tick, null never.</summary>
    public TimeSpan? SpoolSync { get; init; } = TimeSpan.Zero;

    /// <summary>The most memory for the lines that wait for one destination.</summary>
    public long QueueBytes { get; init; } = 16 << 20;

    /// <summary>The least that is logged.</summary>
    public LogLevel LogLevel { get; init; } = LogLevel.Information;

    /// <summary>The file that the log goes to beside standard error; null for none.</summary>
    public string? LogFile { get; init; }

    /// <summary>The size at which <see cref="LogFile"/> is begun anew.</summary>
    public long LogBytes { get; init; } = 10 << 20;

    /// <summary>The host's name as it goes into names: the configured one, with what the system says now.</summary>
    public string HostName => Host.NameOn(Root);

    /// <summary>How long after a tick its lines leave for a destination. Nobody else writes to a file of ours, so that waits for nothing.</summary>
    public TimeSpan PhaseOf(DestinationOptions destination) =>
        destination.Scheme is DestinationScheme.Stdout or DestinationScheme.File ? TimeSpan.Zero
        : Phase ?? HostSpread.Phase(HostName, Interval);

    /// <summary>What is to be said of the spool; null for none.</summary>
    public SpoolOptions? SpoolOptions => Spool is null ? null : new(Spool, SpoolBytes, SpoolAge, SpoolSync);

    /// <summary>What all destinations have in common.</summary>
    public DeliverySettings DeliveryWith(Spool? spool) => new() { Interval = Interval, QueueBytes = QueueBytes, Spool = spool };

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
