using Collector.Wire;

namespace Collector.Delivery;

/// <summary>A destination as its URI describes it.</summary>
/// <param name="Text">The URI as it was given.</param>
/// <param name="Scheme">How lines travel.</param>
/// <param name="Host">The receiver's name or address, without brackets; empty for standard output and files.</param>
/// <param name="Port">The receiver's port; 0 for standard output and files.</param>
/// <param name="Path">The file's path; empty for all others.</param>
/// <param name="Names">Under which names metrics are sent; null where the URI does not say.</param>
/// <param name="Prefix">What stands before the host in each name; null where the URI does not say.</param>
/// <param name="HostName">The name that this host has in each line; null where the URI does not say.</param>
/// <param name="MaxPacket">The most bytes of a datagram; 0 for a stream.</param>
/// <param name="Fractions">StatsD: whether counters may grow by fractions.</param>
/// <param name="Wire">The grammar of the lines.</param>
internal sealed record DestinationOptions(
    string Text,
    DestinationScheme Scheme,
    string Host,
    int Port,
    string Path,
    NameSet? Names,
    string? Prefix,
    string? HostName,
    int MaxPacket,
    bool Fractions,
    WireKind Wire)
{
    /// <summary>Whether counters are sent as what they grow by in a second.</summary>
    public bool Rates { get; init; }

    /// <summary>Where lines go when nothing is said.</summary>
    public static DestinationOptions StandardOutput { get; } =
        new("stdout:", DestinationScheme.Stdout, "", 0, "", null, null, null, 0, false, WireKind.Graphite);

    /// <summary>What messages call it: the URI as it was given, so that two that differ by their queries stay apart.</summary>
    public string Label { get; } = Scheme == DestinationScheme.Stdout ? "standard output" : Text;

    public WireWriter CreateWriter() => Wire == WireKind.Graphite
        ? new GraphiteWriter(MaxPacket)
        : new StatsdWriter(MaxPacket, Fractions);
}
