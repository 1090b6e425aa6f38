namespace Collector.Delivery;

/// <summary>What destinations have to tell of themselves, added up.</summary>
internal struct DeliveryCounts
{
    /// <summary>Lines that wait to be sent.</summary>
    public long Waiting;

    /// <summary>Lines given up, ever.</summary>
    public long Dropped;

    /// <summary>Lines that were sent once more, ever.</summary>
    public long Resent;

    /// <summary>Connections made after one that broke, ever.</summary>
    public long Reconnects;

    /// <summary>Bytes of lines on the disk.</summary>
    public long SpooledBytes;

    /// <summary>How old the oldest line is that waits, in seconds; the largest of all destinations.</summary>
    public long WaitingSeconds;

    /// <summary>How old the oldest line is that was not acknowledged, in seconds; the largest of all destinations.</summary>
    public long AcknowledgedLag;

    /// <summary>A <see cref="DeliveryError"/> that is not over; the largest of all destinations.</summary>
    public int LastError;
}
