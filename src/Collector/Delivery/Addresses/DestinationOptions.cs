using Collector.Wire;

namespace Collector.Delivery;

/// <summary>A destination as its URI describes it.</summary>
/// <param name="Text">The URI as it was given.</param>
/// <param name="Scheme">How lines travel.</param>
/// <param name="Receivers">Who takes the lines, in the order of the URI; empty for standard output and files.</param>
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
    IReadOnlyList<Receiver> Receivers,
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

    /// <summary>What becomes of lines where there are several receivers.</summary>
    public ReceiverPolicy Policy { get; init; } = ReceiverPolicy.Failover;

    /// <summary>Hash only: which ring places the series, and how many receivers get each of them.</summary>
    public HashRingOptions Ring { get; init; } = HashRingOptions.Default;

    /// <summary>After how long a connection is closed in good order, so that the receiver's own close acknowledges its lines.</summary>
    public TimeSpan Rotate { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Whether the receiver's close counts as an acknowledgement; if not, lines are held for <see cref="Replay"/> after they were sent.</summary>
    public bool AcknowledgedByClose { get; init; } = true;

    /// <summary>How old the acknowledged lines may be that are sent again after a connection broke.</summary>
    public TimeSpan Replay { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How many times faster than live lines a backlog is sent; 0 for as fast as it goes.</summary>
    public int Pace { get; init; } = 20;

    /// <summary>TLS only: whom to trust, and who we are.</summary>
    public TlsFiles Tls { get; init; } = TlsFiles.System;

    /// <summary>Where lines go when nothing is said.</summary>
    public static DestinationOptions StandardOutput { get; } =
        new("stdout:", DestinationScheme.Stdout, [], "", null, null, null, 0, false, WireKind.Graphite);

    /// <summary>What messages call it: the URI as it was given, so that two that differ by their queries stay apart.</summary>
    public string Label => Scheme == DestinationScheme.Stdout ? "standard output" : Text;

    /// <summary>The same for one of the receivers alone.</summary>
    public DestinationOptions For(Receiver receiver)
    {
        int start = Text.IndexOf("//", StringComparison.Ordinal) + 2;
        int query = Text.IndexOf('?', StringComparison.Ordinal);
        return this with
        {
            Text = $"{Text[..start]}{receiver.Text}{(query < 0 ? "" : Text[query..])}",
            Receivers = [receiver],
            Policy = ReceiverPolicy.Failover,
        };
    }

    public WireWriter CreateWriter() => Wire == WireKind.Graphite
        ? new GraphiteWriter(MaxPacket)
        : new StatsdWriter(MaxPacket, Fractions);
}
