namespace Collector.Delivery;

/// <summary>What went wrong last, as a number that means the same on every system: <c>self.last_error</c>.</summary>
internal enum DeliveryError
{
    None = 0,

    /// <summary>The receiver's name has no address, or nobody answers there.</summary>
    CannotConnect = 1,

    /// <summary>The connection broke.</summary>
    Broken = 2,

    /// <summary>The receiver closed the connection without being asked.</summary>
    Closed = 3,

    /// <summary>The receiver takes nothing.</summary>
    Stalled = 4,

    /// <summary>The receiver did not close its side after we had closed ours.</summary>
    NotAcknowledged = 5,

    /// <summary>There was no room for all lines that wait.</summary>
    Full = 6,

    /// <summary>The disk does not take lines.</summary>
    Disk = 7,
}
