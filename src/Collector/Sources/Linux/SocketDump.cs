using System.Buffers.Binary;
using Collector.Interop;

namespace Collector.Sources.Linux;

/// <summary>Asks the kernel for all TCP sockets as structs.</summary>
/// <remarks>
/// By the older of two requests: it gives IPv4 and IPv6 in one walk over tables that may have a million places, where
/// the newer one takes a walk for each. https://man7.org/linux/man-pages/man7/sock_diag.7.html
/// </remarks>
internal sealed unsafe class SocketDump
{
    private const uint AllStates = 0xFFF;
    private const int BufferSize = 32768;

    private readonly byte[] _buffer = new byte[BufferSize];
    private int _socket = -1;
    private bool _isRefused;

    /// <summary>Fills a table.</summary>
    /// <returns>False if this kernel does not answer; then it is not asked again.</returns>
    public bool TryRead(SocketTable table)
    {
        if (_isRefused)
        {
            return false;
        }

        if (_socket < 0)
        {
            _socket = Libc.socket(Libc.AF_NETLINK, Libc.SOCK_RAW | Libc.SOCK_CLOEXEC, Libc.NETLINK_SOCK_DIAG);
        }

        if (_socket >= 0 && TryAsk() && TryReceive(table))
        {
            return true;
        }

        Refuse();
        return false;
    }

    private bool TryAsk()
    {
        Request request = new()
        {
            Header = new()
            {
                nlmsg_len = (uint)sizeof(Request),
                nlmsg_type = Libc.TCPDIAG_GETSOCK,
                nlmsg_flags = Libc.NLM_F_REQUEST | Libc.NLM_F_DUMP,
            },
            Body = new() { idiag_states = AllStates },
        };
        return Libc.send(_socket, (byte*)&request, (nuint)sizeof(Request), 0) == sizeof(Request);
    }

    private bool TryReceive(SocketTable table)
    {
        fixed (byte* start = _buffer)
        {
            while (true)
            {
                nint length = Libc.recv(_socket, start, BufferSize, 0);
                if (length <= 0)
                {
                    return false;
                }

                switch (Take(start, (uint)length, table))
                {
                    case Libc.NLMSG_DONE:
                        return true;
                    case Libc.NLMSG_ERROR:
                        return false;
                }
            }
        }
    }

    /// <summary>Goes through the messages of one packet.</summary>
    /// <returns>The type of the last one.</returns>
    private static ushort Take(byte* start, uint length, SocketTable table)
    {
        ushort type = 0;
        uint place = 0;
        while (place + (uint)sizeof(Libc.nlmsghdr) <= length)
        {
            Libc.nlmsghdr* header = (Libc.nlmsghdr*)(start + place);
            type = header->nlmsg_type;
            if (type is Libc.NLMSG_DONE or Libc.NLMSG_ERROR || header->nlmsg_len < (uint)sizeof(Libc.nlmsghdr))
            {
                break;
            }

            if (header->nlmsg_len >= sizeof(Libc.nlmsghdr) + sizeof(Libc.inet_diag_msg))
            {
                Libc.inet_diag_msg* socket = (Libc.inet_diag_msg*)(header + 1);
                table.Add(socket->idiag_state, BinaryPrimitives.ReverseEndianness(socket->id.idiag_sport));
            }

            place += (header->nlmsg_len + 3) & ~3u;
        }

        return type;
    }

    private void Refuse()
    {
        _isRefused = true;
        if (_socket >= 0)
        {
            _ = Libc.close(_socket);
        }
    }

    private struct Request
    {
        public Libc.nlmsghdr Header;
        public Libc.inet_diag_req Body;
    }
}
