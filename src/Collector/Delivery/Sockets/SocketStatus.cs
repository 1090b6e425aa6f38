namespace Collector.Delivery;

/// <summary>How a call on a socket ended that never waits.</summary>
internal enum SocketStatus
{
    /// <summary>It did what it should.</summary>
    Done,

    /// <summary>It would have had to wait.</summary>
    Pending,

    /// <summary>The peer has closed the connection in good order.</summary>
    Closed,

    /// <summary>The system gave an error: see <see cref="NetworkSocket.Error"/>.</summary>
    Failed,
}
