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

    /// <summary>What each line begins with.</summary>
    public string Stem { get; } = StemOf(Prefix, NameEscape.Apply(Host.ToLowerInvariant(), InstanceEscape.Node, Wire));

    /// <summary>A prefix without a dot at its end is a part of the host's node.</summary>
    private static string StemOf(string prefix, string host)
    {
        int node = prefix.LastIndexOf('.') + 1;
        return $"{prefix[..node]}{NameEscape.Cut(prefix[node..] + host, NameEscape.MaxNodeBytes)}.";
    }
}
