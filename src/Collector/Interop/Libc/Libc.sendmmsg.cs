using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Libc
{
    public struct @iovec
    {
        public byte* iov_base;
        public nuint iov_len;
    }

    public struct @msghdr
    {
        public void* msg_name;
        public uint msg_namelen;
        public iovec* msg_iov;
        public nuint msg_iovlen;
        public void* msg_control;
        public nuint msg_controllen;
        public int msg_flags;
    }

    public struct @mmsghdr
    {
        public msghdr msg_hdr;
        public uint msg_len;
    }

    /// <remarks>https://man7.org/linux/man-pages/man2/sendmmsg.2.html</remarks>
    [LibraryImport("libc", SetLastError = true)]
    public static partial int sendmmsg(int sockfd, mmsghdr* msgvec, uint vlen, int flags);
}
