namespace Collector.Interop;

internal static unsafe partial class Libc
{
    public const ushort TCPDIAG_GETSOCK = 18;

    /// <summary>Ports are in network byte order.</summary>
    /// <remarks>https://man7.org/linux/man-pages/man7/sock_diag.7.html</remarks>
    public struct @inet_diag_sockid
    {
        public ushort idiag_sport;
        public ushort idiag_dport;
        public fixed uint idiag_src[4];
        public fixed uint idiag_dst[4];
        public uint idiag_if;
        public fixed uint idiag_cookie[2];
    }

    /// <summary>The request of <see cref="TCPDIAG_GETSOCK"/>: all families in one walk over the kernel's tables.</summary>
    /// <remarks>https://github.com/torvalds/linux/blob/v6.12/include/uapi/linux/inet_diag.h#L29</remarks>
    public struct @inet_diag_req
    {
        public byte idiag_family;
        public byte idiag_src_len;
        public byte idiag_dst_len;
        public byte idiag_ext;
        public inet_diag_sockid id;
        public uint idiag_states;
        public uint idiag_dbs;
    }

    /// <remarks>https://man7.org/linux/man-pages/man7/sock_diag.7.html</remarks>
    public struct @inet_diag_msg
    {
        public byte idiag_family;
        public byte idiag_state;
        public byte idiag_timer;
        public byte idiag_retrans;
        public inet_diag_sockid id;
        public uint idiag_expires;
        public uint idiag_rqueue;
        public uint idiag_wqueue;
        public uint idiag_uid;
        public uint idiag_inode;
    }
}
