using System.Runtime.InteropServices;
using Collector.Interop;
using Collector.Polling;

namespace Collector.Delivery;

/// <summary>A socket of the kernel's, not blocking.</summary>
internal sealed unsafe class LinuxSocket : NetworkSocket
{
    private int _socket = -1;
    private Libc.mmsghdr[] _messages = [];
    private Libc.iovec[] _vectors = [];

    public override bool IsRefusal => Error == Libc.ECONNREFUSED;

    public override SocketStatus Connect(Endpoint endpoint, bool isDatagram, long patience)
    {
        int type = isDatagram ? Libc.SOCK_DGRAM : Libc.SOCK_STREAM;
        _socket = Libc.socket(endpoint.Family, type | Libc.SOCK_NONBLOCK | Libc.SOCK_CLOEXEC, 0);
        if (_socket < 0)
        {
            return Fail();
        }

        if (!isDatagram)
        {
            // A kernel that does not know it still gives up, but only after a quarter of an hour.
            uint milliseconds = (uint)patience;
            _ = Libc.setsockopt(_socket, Libc.IPPROTO_TCP, Libc.TCP_USER_TIMEOUT, &milliseconds, sizeof(uint));
        }

        fixed (byte* address = endpoint.Address)
        {
            return Libc.connect(_socket, address, (uint)endpoint.Address.Length) == 0 ? SocketStatus.Done : Fail();
        }
    }

    public override SocketStatus FinishConnect(PollEvents seen)
    {
        if (seen == PollEvents.None)
        {
            return SocketStatus.Pending;
        }

        if ((seen & PollEvents.Unknown) != 0 && !LinuxPollSet.IsWritable(_socket))
        {
            return SocketStatus.Pending;
        }

        int error;
        uint length = sizeof(int);
        if (Libc.getsockopt(_socket, Libc.SOL_SOCKET, Libc.SO_ERROR, &error, &length) != 0)
        {
            return Fail();
        }

        Error = error;
        return error == 0 ? SocketStatus.Done : SocketStatus.Failed;
    }

    public override SocketStatus Send(ReadOnlySpan<byte> bytes, out int taken)
    {
        fixed (byte* start = bytes)
        {
            nint sent = Libc.send(_socket, start, (nuint)bytes.Length, Libc.MSG_NOSIGNAL);
            taken = (int)Math.Max(0, sent);
            IsStarved = false;
            return sent < 0 ? Fail() : taken < bytes.Length ? SocketStatus.Pending : SocketStatus.Done;
        }
    }

    public override SocketStatus SendPackets(ReadOnlySpan<byte> bytes, int start, ReadOnlySpan<int> ends, out int taken)
    {
        if (_messages.Length < ends.Length)
        {
            _messages = GC.AllocateArray<Libc.mmsghdr>(ends.Length, pinned: true);
            _vectors = GC.AllocateArray<Libc.iovec>(ends.Length, pinned: true);
        }

        fixed (byte* first = bytes)
        fixed (Libc.iovec* vectors = _vectors)
        fixed (Libc.mmsghdr* messages = _messages)
        {
            for (int index = 0; index < ends.Length; index++)
            {
                vectors[index] = new() { iov_base = first + start, iov_len = (nuint)(ends[index] - start) };
                messages[index] = new() { msg_hdr = new() { msg_iov = &vectors[index], msg_iovlen = 1 } };
                start = ends[index];
            }

            int sent = Libc.sendmmsg(_socket, messages, (uint)ends.Length, Libc.MSG_NOSIGNAL);
            taken = Math.Max(0, sent);
            return sent < 0 ? Fail() : taken < ends.Length ? SocketStatus.Pending : SocketStatus.Done;
        }
    }

    public override SocketStatus Look(PollEvents seen)
    {
        if ((seen & (PollEvents.Readable | PollEvents.Failed | PollEvents.Unknown)) == 0)
        {
            return SocketStatus.Pending;
        }

        byte* scratch = stackalloc byte[512];
        nint read = Libc.recv(_socket, scratch, 512, Libc.MSG_DONTWAIT);
        return read == 0 ? SocketStatus.Closed : read < 0 ? Fail() : SocketStatus.Done;
    }

    public override SocketStatus Receive(PollEvents seen, Span<byte> bytes, out int taken)
    {
        fixed (byte* start = bytes)
        {
            nint read = Libc.recv(_socket, start, (nuint)bytes.Length, Libc.MSG_DONTWAIT);
            taken = (int)Math.Max(0, read);
            return read == 0 ? SocketStatus.Closed : read < 0 ? Fail() : SocketStatus.Done;
        }
    }

    public override void EndSending() => _ = Libc.shutdown(_socket, Libc.SHUT_WR);

    public override SocketStatus Confirm()
    {
        int left = 0;
        int error = 0;
        uint length = sizeof(int);
        if (Libc.getsockopt(_socket, Libc.SOL_SOCKET, Libc.SO_ERROR, &error, &length) != 0 || error != 0)
        {
            Error = error;
            return SocketStatus.Failed;
        }

        return Libc.ioctl(_socket, Libc.SIOCOUTQ, &left) == 0 && left > 0 ? SocketStatus.Pending : SocketStatus.Done;
    }

    public override int AddTo(PollSet set, bool wantsToWrite) =>
        set.Add(_socket, wantsToWrite ? PollEvents.Readable | PollEvents.Writable : PollEvents.Readable);

    public override void Dispose()
    {
        if (_socket >= 0)
        {
            _ = Libc.shutdown(_socket, Libc.SHUT_WR);
            _ = Libc.close(_socket);
            _socket = -1;
        }
    }

    private SocketStatus Fail()
    {
        Error = Marshal.GetLastPInvokeError();
        IsStarved = Error == Libc.ENOBUFS;
        return Error is Libc.EAGAIN or Libc.EINTR or Libc.EINPROGRESS or Libc.ENOBUFS ? SocketStatus.Pending : SocketStatus.Failed;
    }
}
