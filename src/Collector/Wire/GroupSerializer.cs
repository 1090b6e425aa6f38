namespace Collector.Wire;

/// <summary>Writes the sample of one group for one destination.</summary>
internal abstract class GroupSerializer
{
    /// <summary>Holds new lines back until their turn; null to send them at once. To be set before the first line.</summary>
    public FirstSeenRamp? Ramp { get; set; }

    /// <summary>Writes a line for each value that the last read brought.</summary>
    public abstract void Write(WireWriter writer);

    /// <summary>The lines that a row of the last read may send, in their order.</summary>
    public abstract IEnumerable<SentLine> LinesOf(int row);

    /// <summary>The lines of an instance that may never have been read.</summary>
    /// <param name="node">The instance as it stands in them; null for the host.</param>
    public virtual IEnumerable<SentLine> LinesOf(string? node) => [];
}
