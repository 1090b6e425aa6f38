using System.Runtime.InteropServices;
using Collector.Interop;
using Collector.Polling;

namespace Collector.Delivery;

/// <summary>A Winsock socket with an event object, which also makes its calls return at once.</summary>
internal sealed unsafe class WindowsSocket : NetworkSocket
{
    private const int WSAEWOULDBLOCK = 10035;
    private const int WSAENOBUFS = 10055;
    private const int WSAECONNRESET = 10054;
    private const int WSAECONNREFUSED = 10061;

    private nint _socket = Ws2_32.INVALID_SOCKET;
    private nint _event;
    private bool _isDatagram;
    private int _happened;
    private int _connectError;
    private int _closeError;

    /// <summary>Winsock calls the answer of a closed port a reset.</summary>
    public override bool IsRefusal => Error is WSAECONNREFUSED || (_isDatagram && Error is WSAECONNRESET);

    public override SocketStatus Connect(Endpoint endpoint, bool isDatagram, long patience)
    {
        Winsock.Start();
        _isDatagram = isDatagram;
        _socket = Ws2_32.WSASocketW(
            endpoint.Family, isDatagram ? Ws2_32.SOCK_DGRAM : Ws2_32.SOCK_STREAM, 0, null, 0,
            Ws2_32.WSA_FLAG_OVERLAPPED | Ws2_32.WSA_FLAG_NO_HANDLE_INHERIT);
        if (_socket == Ws2_32.INVALID_SOCKET)
        {
            return Fail();
        }

        _event = Kernel32.CreateEventW(null, bManualReset: 1, bInitialState: 0, null);
        int events = Ws2_32.FD_READ | Ws2_32.FD_WRITE | Ws2_32.FD_CONNECT | Ws2_32.FD_CLOSE;
        if (_event == 0 || Ws2_32.WSAEventSelect(_socket, _event, events) != 0)
        {
            return Fail();
        }

        if (!isDatagram)
        {
            // Where it cannot be set, Windows gives up by itself after some 20 s.
            int seconds = (int)(patience / 1000);
            _ = Ws2_32.setsockopt(_socket, Ws2_32.IPPROTO_TCP, Ws2_32.TCP_MAXRT, (byte*)&seconds, sizeof(int));
        }

        fixed (byte* address = endpoint.Address)
        {
            return Ws2_32.connect(_socket, address, endpoint.Address.Length) == 0 ? SocketStatus.Done : Fail();
        }
    }

    public override SocketStatus FinishConnect(PollEvents seen)
    {
        if (!Happened(Ws2_32.FD_CONNECT, seen))
        {
            return SocketStatus.Pending;
        }

        Error = _connectError;
        return Error == 0 ? SocketStatus.Done : SocketStatus.Failed;
    }

    public override SocketStatus Send(ReadOnlySpan<byte> bytes, out int taken)
    {
        taken = 0;
        IsStarved = false;
        fixed (byte* start = bytes)
        {
            // Winsock tells of new room only after it has refused something: so it is asked until it does.
            while (taken < bytes.Length)
            {
                int sent = Ws2_32.send(_socket, start + taken, bytes.Length - taken, 0);
                if (sent < 0)
                {
                    // What was taken before a failure still counts; the next look finds the failure again.
                    SocketStatus status = Fail();
                    return taken > 0 ? SocketStatus.Pending : status;
                }

                taken += sent;
            }
        }

        return SocketStatus.Done;
    }

    public override SocketStatus SendPackets(ReadOnlySpan<byte> bytes, int start, ReadOnlySpan<int> ends, out int taken)
    {
        taken = 0;
        if (IsRefusedByNow())
        {
            return SocketStatus.Failed;
        }

        foreach (int end in ends)
        {
            SocketStatus status = Send(bytes[start..end], out _);
            if (status != SocketStatus.Done)
            {
                return status;
            }

            taken++;
            start = end;
        }

        return SocketStatus.Done;
    }

    public override SocketStatus Look(PollEvents seen)
    {
        if (Happened(Ws2_32.FD_CLOSE, seen))
        {
            Error = _closeError;
            return Error == 0 ? SocketStatus.Closed : SocketStatus.Failed;
        }

        if (!Happened(Ws2_32.FD_READ, PollEvents.None))
        {
            return SocketStatus.Pending;
        }

        byte* scratch = stackalloc byte[512];
        int read = Ws2_32.recv(_socket, scratch, 512, 0);
        return read == 0 ? SocketStatus.Closed : read < 0 ? Fail() : SocketStatus.Done;
    }

    /// <summary>Reading is what says how it stands; asking what happened makes the event object wait for the next time.</summary>
    public override SocketStatus Receive(PollEvents seen, Span<byte> bytes, out int taken)
    {
        _ = Happened(Ws2_32.FD_READ, seen);
        fixed (byte* start = bytes)
        {
            int read = Ws2_32.recv(_socket, start, bytes.Length, 0);
            taken = Math.Max(0, read);
            return read == 0 ? SocketStatus.Closed : read < 0 ? Fail() : SocketStatus.Done;
        }
    }

    public override void EndSending() => _ = Ws2_32.shutdown(_socket, Ws2_32.SD_SEND);

    public override SocketStatus Confirm()
    {
        uint version = 0;
        uint read;
        uint* info = stackalloc uint[Ws2_32.TcpInfoBytes / sizeof(uint)];
        bool isKnown = Ws2_32.WSAIoctl(
            _socket, Ws2_32.SIO_TCP_INFO, &version, sizeof(uint), info, Ws2_32.TcpInfoBytes, &read, null, null) == 0;
        return isKnown && info[0] is Ws2_32.TCPSTATE_FIN_WAIT_1 or Ws2_32.TCPSTATE_CLOSING or Ws2_32.TCPSTATE_LAST_ACK
            ? SocketStatus.Pending
            : SocketStatus.Done;
    }

    public override int AddTo(PollSet set, bool wantsToWrite) => set.Add(_event, PollEvents.Readable);

    public override void Dispose()
    {
        if (_socket != Ws2_32.INVALID_SOCKET)
        {
            _ = Ws2_32.shutdown(_socket, Ws2_32.SD_SEND);
            _ = Ws2_32.closesocket(_socket);
            _socket = Ws2_32.INVALID_SOCKET;
        }

        if (_event != 0)
        {
            _ = Kernel32.CloseHandle(_event);
            _event = 0;
        }
    }

    /// <summary>Whether that happened since the last time it was asked for.</summary>
    /// <remarks>
    /// Winsock hands over all events together, and each of them once: those that nobody has asked for yet are kept.
    /// A peer that accepts and closes at once may leave FD_CONNECT and FD_CLOSE together.
    /// </remarks>
    private bool Happened(int what, PollEvents seen)
    {
        Ws2_32.WSANETWORKEVENTS events;
        if (seen != PollEvents.None && Ws2_32.WSAEnumNetworkEvents(_socket, _event, &events) == 0)
        {
            _happened |= events.lNetworkEvents;
            if ((events.lNetworkEvents & Ws2_32.FD_CONNECT) != 0)
            {
                _connectError = events.iErrorCode[Ws2_32.FD_CONNECT_BIT];
            }

            if ((events.lNetworkEvents & Ws2_32.FD_CLOSE) != 0)
            {
                _closeError = events.iErrorCode[Ws2_32.FD_CLOSE_BIT];
            }
        }

        bool hasHappened = (_happened & what) != 0;
        _happened &= ~what;
        return hasHappened;
    }

    /// <summary>Windows tells of datagrams that nobody took when asked for some that have come, not when sending more.</summary>
    private bool IsRefusedByNow()
    {
        const int MostAnswers = 64;
        byte* scratch = stackalloc byte[512];
        bool isRefused = false;
        for (int answer = 0; answer < MostAnswers; answer++)
        {
            if (Ws2_32.recv(_socket, scratch, 512, 0) < 0)
            {
                int error = Marshal.GetLastPInvokeError();
                if (error is not (WSAECONNRESET or WSAECONNREFUSED))
                {
                    break;
                }

                Error = error;
                isRefused = true;
            }
        }

        return isRefused;
    }

    private SocketStatus Fail()
    {
        Error = Marshal.GetLastPInvokeError();
        IsStarved = Error == WSAENOBUFS;
        return Error is WSAEWOULDBLOCK or WSAENOBUFS ? SocketStatus.Pending : SocketStatus.Failed;
    }
}
