using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Collector.Delivery;
using Collector.Interop;
using Collector.Polling;

namespace Collector.Receiving;

/// <summary>
/// A Winsock socket. All of them set one event object, since a wait takes 64 at most: whoever wakes by it asks each socket.
/// </summary>
internal sealed unsafe class WindowsReceivingSocket : ReceivingSocket
{
    private const int WSAEACCES = 10013;
    private const int WSAEWOULDBLOCK = 10035;
    private const int WSAEADDRINUSE = 10048;
    private const int WSAEADDRNOTAVAIL = 10049;
    private const int WSAECONNRESET = 10054;

    /// <summary>Resets itself when a wait ends by it: what happens while the sockets are asked sets it again.</summary>
    private static readonly nint s_event = Kernel32.CreateEventW(null, bManualReset: 0, bInitialState: 0, null);

    private nint _socket = Ws2_32.INVALID_SOCKET;
    private bool _isDatagram;

    /// <summary>A port that somebody else has for himself is denied rather than in use.</summary>
    public override bool IsTaken => Error is WSAEADDRINUSE or WSAEACCES;

    public override bool IsNoAddress => Error == WSAEADDRNOTAVAIL;

    public override bool SpeaksForAll => true;

    public override SocketStatus Listen(PeerAddress address, bool isDatagram)
    {
        Winsock.Start();
        _isDatagram = isDatagram;
        _socket = Ws2_32.WSASocketW(
            BinaryPrimitives.ReadUInt16LittleEndian(address.Bytes), isDatagram ? Ws2_32.SOCK_DGRAM : Ws2_32.SOCK_STREAM, 0,
            null, 0, Ws2_32.WSA_FLAG_OVERLAPPED | Ws2_32.WSA_FLAG_NO_HANDLE_INHERIT);
        if (_socket == Ws2_32.INVALID_SOCKET || !Watch(Ws2_32.FD_READ | Ws2_32.FD_ACCEPT | Ws2_32.FD_CLOSE))
        {
            return Fail();
        }

        // An address of IPv4 refuses it, and the wildcard of IPv6 then takes both.
        Set(Ws2_32.IPPROTO_IPV6, Ws2_32.IPV6_V6ONLY, 0);

        // Else another process could take the port away.
        Set(Ws2_32.SOL_SOCKET, Ws2_32.SO_EXCLUSIVEADDRUSE, 1);
        if (isDatagram)
        {
            Set(Ws2_32.SOL_SOCKET, Ws2_32.SO_RCVBUF, DatagramBuffer);
        }

        int length = PeerAddress.MaxBytes;
        fixed (byte* name = address.Bytes)
        {
            return Ws2_32.bind(_socket, name, address.Length) == 0
                && (isDatagram || Ws2_32.listen(_socket, Backlog) == 0)
                && Ws2_32.getsockname(_socket, name, &length) == 0
                ? SocketStatus.Done
                : Fail();
        }
    }

    public override SocketStatus Accept(PeerAddress caller, out ReceivingSocket? connection)
    {
        connection = null;
        int length = PeerAddress.MaxBytes;
        fixed (byte* name = caller.Bytes)
        {
            nint accepted = Ws2_32.accept(_socket, name, &length);
            if (accepted == Ws2_32.INVALID_SOCKET)
            {
                return Fail();
            }

            caller.Length = length;
            WindowsReceivingSocket socket = new() { _socket = accepted };
            if (!socket.Watch(Ws2_32.FD_READ | Ws2_32.FD_CLOSE))
            {
                SocketStatus status = Fail();
                socket.Dispose();
                return status;
            }

            connection = socket;
            return SocketStatus.Done;
        }
    }

    public override SocketStatus Receive(Span<byte> buffer, out int read)
    {
        fixed (byte* start = buffer)
        {
            int got = Ws2_32.recv(_socket, start, buffer.Length, 0);
            read = Math.Max(0, got);
            return got < 0 ? Fail() : got == 0 ? SocketStatus.Closed : SocketStatus.Done;
        }
    }

    public override SocketStatus ReceiveFrom(Span<byte> buffer, PeerAddress sender, out int read)
    {
        int length = PeerAddress.MaxBytes;
        fixed (byte* start = buffer)
        fixed (byte* name = sender.Bytes)
        {
            int got = Ws2_32.recvfrom(_socket, start, buffer.Length, 0, name, &length);
            read = Math.Max(0, got);
            sender.Length = length;
            return got < 0 ? Fail() : SocketStatus.Done;
        }
    }

    public override void AddTo(PollSet set) => set.Add(s_event, PollEvents.Readable);

    public override bool HasNews(PollSet set) => true;

    public override void Dispose()
    {
        if (_socket != Ws2_32.INVALID_SOCKET)
        {
            _ = Ws2_32.shutdown(_socket, Ws2_32.SD_SEND);
            _ = Ws2_32.closesocket(_socket);
            _socket = Ws2_32.INVALID_SOCKET;
        }
    }

    /// <summary>Has the event object set by what happens here, which also makes the socket's calls return at once.</summary>
    private bool Watch(int events) => Ws2_32.WSAEventSelect(_socket, s_event, events) == 0;

    private void Set(int level, int option, int value) =>
        _ = Ws2_32.setsockopt(_socket, level, option, (byte*)&value, sizeof(int));

    private SocketStatus Fail()
    {
        Error = Marshal.GetLastPInvokeError();
        return Error == WSAEWOULDBLOCK || (_isDatagram && Error == WSAECONNRESET) ? SocketStatus.Pending : SocketStatus.Failed;
    }
}
