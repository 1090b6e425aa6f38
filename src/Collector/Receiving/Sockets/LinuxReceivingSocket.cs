using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Collector.Delivery;
using Collector.Interop;
using Collector.Polling;

namespace Collector.Receiving;

/// <summary>A socket of the kernel's, not blocking.</summary>
internal sealed unsafe class LinuxReceivingSocket : ReceivingSocket
{
    private const int NotWatched = -1;

    private int _socket = -1;
    private int _pollIndex = NotWatched;

    public override bool IsTaken => Error == Libc.EADDRINUSE;

    public override bool IsNoAddress => Error == Libc.EADDRNOTAVAIL;

    public override bool SpeaksForAll => false;

    public override SocketStatus Listen(PeerAddress address, bool isDatagram)
    {
        int type = isDatagram ? Libc.SOCK_DGRAM : Libc.SOCK_STREAM;
        int family = BinaryPrimitives.ReadUInt16LittleEndian(address.Bytes);
        _socket = Libc.socket(family, type | Libc.SOCK_NONBLOCK | Libc.SOCK_CLOEXEC, 0);
        if (_socket < 0)
        {
            return Fail();
        }

        // An address of IPv4 refuses it, and the wildcard of IPv6 then takes both.
        Set(Libc.IPPROTO_IPV6, Libc.IPV6_V6ONLY, 0);
        if (isDatagram)
        {
            Set(Libc.SOL_SOCKET, Libc.SO_RCVBUF, DatagramBuffer);
        }
        else
        {
            // Only what is left of old connections is passed over so, never another listener.
            Set(Libc.SOL_SOCKET, Libc.SO_REUSEADDR, 1);
        }

        uint length = PeerAddress.MaxBytes;
        fixed (byte* name = address.Bytes)
        {
            return Libc.bind(_socket, name, (uint)address.Length) == 0
                && (isDatagram || Libc.listen(_socket, Backlog) == 0)
                && Libc.getsockname(_socket, name, &length) == 0
                ? SocketStatus.Done
                : Fail();
        }
    }

    public override SocketStatus Accept(PeerAddress caller, out ReceivingSocket? connection)
    {
        connection = null;
        uint length = PeerAddress.MaxBytes;
        fixed (byte* name = caller.Bytes)
        {
            int accepted = Libc.accept4(_socket, name, &length, Libc.SOCK_NONBLOCK | Libc.SOCK_CLOEXEC);
            if (accepted < 0)
            {
                return Fail();
            }

            caller.Length = (int)length;
            connection = new LinuxReceivingSocket { _socket = accepted };
            return SocketStatus.Done;
        }
    }

    public override SocketStatus Receive(Span<byte> buffer, out int read)
    {
        fixed (byte* start = buffer)
        {
            nint got = Libc.recv(_socket, start, (nuint)buffer.Length, Libc.MSG_DONTWAIT);
            read = (int)Math.Max(0, got);
            return got < 0 ? Fail() : got == 0 ? SocketStatus.Closed : SocketStatus.Done;
        }
    }

    public override SocketStatus ReceiveFrom(Span<byte> buffer, PeerAddress sender, out int read)
    {
        uint length = PeerAddress.MaxBytes;
        fixed (byte* start = buffer)
        fixed (byte* name = sender.Bytes)
        {
            nint got = Libc.recvfrom(_socket, start, (nuint)buffer.Length, Libc.MSG_DONTWAIT, name, &length);
            read = (int)Math.Max(0, got);
            sender.Length = (int)length;
            return got < 0 ? Fail() : SocketStatus.Done;
        }
    }

    public override void AddTo(PollSet set) => _pollIndex = set.Add(_socket, PollEvents.Readable);

    public override bool HasNews(PollSet set)
    {
        bool hasNews = _pollIndex == NotWatched || set.Seen(_pollIndex) != PollEvents.None;
        _pollIndex = NotWatched;
        return hasNews;
    }

    public override void Dispose()
    {
        if (_socket >= 0)
        {
            _ = Libc.shutdown(_socket, Libc.SHUT_WR);
            _ = Libc.close(_socket);
            _socket = -1;
        }
    }

    private void Set(int level, int option, int value) =>
        _ = Libc.setsockopt(_socket, level, option, &value, sizeof(int));

    private SocketStatus Fail()
    {
        Error = Marshal.GetLastPInvokeError();
        return Error is Libc.EAGAIN or Libc.EINTR or Libc.ECONNABORTED ? SocketStatus.Pending : SocketStatus.Failed;
    }
}
