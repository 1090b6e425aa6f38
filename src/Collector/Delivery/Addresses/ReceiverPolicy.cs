namespace Collector.Delivery;

/// <summary>What becomes of lines where a destination has several receivers.</summary>
internal enum ReceiverPolicy
{
    /// <summary>All lines go to the first that answers, in the order of the URI.</summary>
    Failover,

    /// <summary>All lines go to one of them, another one for each host of a fleet; to the next while it is down.</summary>
    Any,

    /// <summary>Each series has a receiver of its own, the one that carbon's relays would choose.</summary>
    Hash,
}
