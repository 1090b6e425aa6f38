using Collector.Delivery;
using Collector.Polling;
using Collector.Sources;

namespace Collector.Receiving;

/// <summary>A socket that is listened on or read from, and whose calls never wait.</summary>
internal abstract class ReceivingSocket : IDisposable
{
    /// <summary>How many callers may wait to be accepted.</summary>
    protected const int Backlog = 128;

    /// <summary>What the system is asked to hold of datagrams that nobody has read yet; it may give less.</summary>
    protected const int DatagramBuffer = 4 << 20;

    /// <summary>The system's code of the last failure.</summary>
    public int Error { get; protected set; }

    /// <summary>Why the last call failed, in words.</summary>
    public string Trouble => SystemError.Describe(Error);

    /// <summary>Whether the last error says that somebody else has the port.</summary>
    public abstract bool IsTaken { get; }

    /// <summary>Whether the last error says that this host has no such address.</summary>
    public abstract bool IsNoAddress { get; }

    /// <summary>Whether a wait for this socket is a wait for all of them, and must not be added twice.</summary>
    public abstract bool SpeaksForAll { get; }

    public static ReceivingSocket Create() => OperatingSystem.IsWindows() ? new WindowsReceivingSocket() : new LinuxReceivingSocket();

    /// <summary>Opens the socket at an address of this host, and learns which port that is.</summary>
    /// <param name="address">Where; port 0 is any free one, and becomes the one that was taken.</param>
    /// <param name="isDatagram">Whether it is UDP.</param>
    public abstract SocketStatus Listen(PeerAddress address, bool isDatagram);

    /// <summary>Takes the next caller, if there is one.</summary>
    public abstract SocketStatus Accept(PeerAddress caller, out ReceivingSocket? connection);

    /// <summary>Reads what has come. Closed means that the peer has ended its side in good order.</summary>
    public abstract SocketStatus Receive(Span<byte> buffer, out int read);

    /// <summary>Reads a datagram.</summary>
    public abstract SocketStatus ReceiveFrom(Span<byte> buffer, PeerAddress sender, out int read);

    /// <summary>Adds the socket to the next wait.</summary>
    public abstract void AddTo(PollSet set);

    /// <summary>Whether the last wait saw something here; true if nobody knows.</summary>
    public abstract bool HasNews(PollSet set);

    /// <summary>Ends our side in good order.</summary>
    public abstract void Dispose();
}
