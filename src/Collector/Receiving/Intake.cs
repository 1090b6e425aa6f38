namespace Collector.Receiving;

/// <summary>Makes lines of the bytes of one wire, and has them judged.</summary>
internal abstract class Intake(Tally tally, LineReport report)
{
    public Tally Tally => tally;

    /// <summary>How many bytes of a connection may have to wait for those that follow.</summary>
    public abstract int MaxRest { get; }

    protected LineReport Report => report;

    /// <summary>The seconds since 1970 that time stamps are held against; read once for all lines that come together.</summary>
    protected static long Now => DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    /// <summary>Takes what is whole of a connection's bytes.</summary>
    /// <param name="bytes">What was left the last time, and what has come.</param>
    /// <param name="sender">The connection.</param>
    /// <returns>How many bytes are done with; less than none if nothing that follows can be understood.</returns>
    public abstract int Take(ReadOnlySpan<byte> bytes, Sender sender);

    /// <summary>A connection has ended, and left this.</summary>
    public abstract void End(ReadOnlySpan<byte> rest, Sender sender);

    /// <summary>Takes a datagram, which holds whole lines.</summary>
    public virtual void TakeDatagram(ReadOnlySpan<byte> bytes, Sender sender)
    {
    }
}
