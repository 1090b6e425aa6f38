namespace Collector.Wire;

/// <summary>All that decides what the lines of one destination are called.</summary>
/// <param name="Wire">The grammar of the lines.</param>
/// <param name="Names">The set of names.</param>
/// <param name="Prefix">What stands before the host, its own dot included.</param>
/// <param name="Host">The host's name as the system gives it; it is escaped here.</param>
/// <param name="Fractions">
/// StatsD only: whether counters may grow by fractions. Some servers cut them off, so by default whole steps are
/// sent and the fraction is kept for the next tick.
/// </param>
internal sealed record WireNaming(WireKind Wire, NameSet Names, string Prefix, string Host, bool Fractions = false)
{
    public const string DefaultPrefix = "collector.";
    public const string DefaultMetcollectPrefix = "metcollective.";
    public const string DefaultCollectdPrefix = "collectd.";

    /// <summary>Whether counters are sent as what they grow by in a second.</summary>
    public bool Rates { get; init; }

    /// <summary>What else tells the series of tagged names apart.</summary>
    public IReadOnlyList<Tag> Tags { get; init; } = [];

    /// <summary>What becomes of counters.</summary>
    public CounterRule Rule => Rates || Names == NameSet.Collectd ? CounterRule.Rate
        : Wire == WireKind.Statsd ? CounterRule.Step
        : CounterRule.Total;

    /// <summary>Whether it takes two readings to tell what counters have to say.</summary>
    public bool NeedsTwoReadings => Rule != CounterRule.Total;

    /// <summary>Whether numbers look as metric-collective wrote them, with six digits after their points.</summary>
    public bool IsFixed => Wire == WireKind.Graphite && Names == NameSet.Metcollect;

    /// <summary>The host as it stands in names, or as a tag's value.</summary>
    public string HostNode { get; } = Names switch
    {
        NameSet.Tagged => NameEscape.Apply(Host.ToLowerInvariant(), InstanceEscape.Tag, Wire),
        NameSet.Collectd => NameEscape.Apply(Host, InstanceEscape.Collectd, Wire),
        _ => NameEscape.Apply(Host.ToLowerInvariant(), InstanceEscape.Node, Wire),
    };

    /// <summary>What each line begins with.</summary>
    public string Stem => Names == NameSet.Tagged ? Prefix : StemOf(Prefix, HostNode);

    /// <summary>The same names for another host.</summary>
    public WireNaming For(string host) => new(Wire, Names, Prefix, host, Fractions) { Rates = Rates, Tags = Tags };

    /// <summary>A prefix without a dot at its end is a part of the host's node.</summary>
    private static string StemOf(string prefix, string host)
    {
        int node = prefix.LastIndexOf('.') + 1;
        return $"{prefix[..node]}{NameEscape.Cut(prefix[node..] + host, NameEscape.MaxNodeBytes)}.";
    }
}
