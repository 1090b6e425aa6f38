using Collector.Polling;
using Collector.Sources;

namespace Collector.Delivery;

/// <summary>A socket whose calls never wait. System.Net.Sockets would bring a thread of its own.</summary>
internal abstract class NetworkSocket : IDisposable
{
    /// <summary>The system's code of the last failure.</summary>
    public int Error { get; protected set; }

    /// <summary>
    /// Whether the last send found the system short of memory: no event tells when there is enough, so it is tried again
    /// after a while.
    /// </summary>
    public bool IsStarved { get; protected set; }

    /// <summary>Why the last call failed, in words.</summary>
    public virtual string Trouble => SystemError.Describe(Error);

    /// <summary>What has not come while a connection is being made: <c>no answer</c>, for 5 s.</summary>
    public virtual string Missing => "no answer";

    /// <summary>Whether something was taken that the system does not have yet: <see cref="Flush"/> hands it over.</summary>
    public virtual bool HasPending => false;

    /// <summary>Makes the socket that a destination talks through to one of its receivers.</summary>
    public static NetworkSocket Create(DestinationOptions options, Receiver receiver) => options.Scheme switch
    {
        DestinationScheme.GraphiteTls => new TlsSocket(Create(), receiver.Host, options.Tls),
        DestinationScheme.GraphitePickle => new PickleSocket(Create()),
        _ => Create(),
    };

    public static NetworkSocket Create() => OperatingSystem.IsWindows() ? new WindowsSocket() : new LinuxSocket();

    /// <summary>Opens the socket and connects it.</summary>
    /// <param name="endpoint">The peer.</param>
    /// <param name="isDatagram">Whether it is UDP.</param>
    /// <param name="patience">
    /// After how many milliseconds without an acknowledgement the system is to fail the connection; nothing to a datagram.
    /// </param>
    /// <returns>Pending where the peer has yet to answer: then <see cref="FinishConnect"/> tells.</returns>
    public abstract SocketStatus Connect(Endpoint endpoint, bool isDatagram, long patience);

    /// <summary>Asks whether the connection stands.</summary>
    public abstract SocketStatus FinishConnect(PollEvents seen);

    /// <summary>Sends as much as the system takes now.</summary>
    public abstract SocketStatus Send(ReadOnlySpan<byte> bytes, out int taken);

    /// <summary>Hands over what was taken and is still here. Done if nothing is left.</summary>
    public virtual SocketStatus Flush() => SocketStatus.Done;

    /// <summary>
    /// Ends our side in good order; the peer may read all, then sees the end. Whether it has is shown by its own end:
    /// <see cref="Look"/> goes on to tell. Call it only when nothing is pending.
    /// </summary>
    public abstract void EndSending();

    /// <summary>Sends datagrams; those before <paramref name="taken"/> were taken.</summary>
    /// <param name="bytes">All datagrams, one behind the other.</param>
    /// <param name="start">Where the first one begins.</param>
    /// <param name="ends">Where each one ends.</param>
    /// <param name="taken">How many were taken.</param>
    public abstract SocketStatus SendPackets(ReadOnlySpan<byte> bytes, int start, ReadOnlySpan<int> ends, out int taken);

    /// <summary>Whether the last error says that nobody listened to an earlier datagram.</summary>
    public abstract bool IsRefusal { get; }

    /// <summary>
    /// Looks whether the peer has closed (in good order: over TLS only by its own notice) or reset; what it may have sent
    /// is thrown away.
    /// </summary>
    public abstract SocketStatus Look(PollEvents seen);

    /// <summary>Reads what has come, as far as it fits; nothing was taken where it is Pending.</summary>
    /// <param name="seen">What the last wait saw.</param>
    /// <param name="bytes">Where to put it.</param>
    /// <param name="taken">How many bytes came.</param>
    /// <returns>Closed if the peer has ended its side and everything before that was read.</returns>
    public abstract SocketStatus Receive(PollEvents seen, Span<byte> bytes, out int taken);

    /// <summary>
    /// After both ends: whether the peer has taken all we sent. Where both ended at the same time it may not have; then
    /// it is Pending for a moment, and Failed once a reset comes back.
    /// </summary>
    public virtual SocketStatus Confirm() => SocketStatus.Done;

    /// <summary>Adds the socket to the next wait.</summary>
    /// <returns>What to ask <see cref="PollSet.Seen"/> with.</returns>
    public abstract int AddTo(PollSet set, bool wantsToWrite);

    /// <summary>Ends our side in good order: the peer reads all, then sees the end.</summary>
    public abstract void Dispose();
}
