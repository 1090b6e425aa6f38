namespace Collector.Receiving;

/// <summary>Where lines come from: a connection, or the datagrams of a port.</summary>
internal sealed class Sender
{
    public PeerAddress Address { get; init; } = new();

    public bool IsDatagram { get; init; }

    /// <summary>How many lines there were so far: in the connection, or in the datagram.</summary>
    public long Line { get; set; }

    /// <summary>Whether the rest of a line is thrown away because it is too long.</summary>
    public bool IsSkipping { get; set; }

    public override string ToString() => IsDatagram ? $"{Address} (UDP)" : Address.ToString();
}
