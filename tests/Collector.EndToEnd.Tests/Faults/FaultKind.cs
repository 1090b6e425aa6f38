namespace Collector.EndToEnd.Tests;

/// <summary>What goes wrong on a connection.</summary>
public enum FaultKind
{
    None,

    /// <summary>Bytes that were read are gone, and the sender sees a reset.</summary>
    Reset,

    /// <summary>The connection is closed while the sender still sends.</summary>
    Close,

    /// <summary>Nothing is read any more for a while; then a reset.</summary>
    Stall,

    /// <summary>The receiver closes its own side first and goes on reading.</summary>
    HalfClose,
}
