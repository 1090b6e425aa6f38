using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Libc
{
    public struct @pollfd
    {
        public int fd;
        public short events;
        public short revents;
    }

    public struct @timespec
    {
        public nint tv_sec;
        public nint tv_nsec;
    }

    /// <remarks>https://man7.org/linux/man-pages/man2/poll.2.html</remarks>
    [LibraryImport("libc", SetLastError = true)]
    public static partial int ppoll(pollfd* fds, nuint nfds, timespec* tmo_p, void* sigmask);
}
