namespace Collector.Delivery;

/// <summary>Which lines a piece that is sent comes from.</summary>
internal enum Lane
{
    /// <summary>The end of a line whose beginning the system took already.</summary>
    Tail,

    /// <summary>What was measured since the connection stands.</summary>
    Live,

    /// <summary>What waited before that, or has to be sent again.</summary>
    Backlog,
}
