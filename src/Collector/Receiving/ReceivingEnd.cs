namespace Collector.Receiving;

/// <summary>Why the receiver ended.</summary>
internal enum ReceivingEnd
{
    /// <summary>It was told to stop.</summary>
    Stopped,

    /// <summary>Its time is up.</summary>
    TimeIsUp,

    /// <summary>Nothing has come for a while.</summary>
    Quiet,

    /// <summary>As many lines have come as were asked for.</summary>
    Full,

    /// <summary>Nobody reads standard output any more.</summary>
    OutputClosed,
}
