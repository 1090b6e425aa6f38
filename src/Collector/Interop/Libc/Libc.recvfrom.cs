using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Libc
{
    /// <remarks>https://man7.org/linux/man-pages/man2/recv.2.html</remarks>
    [LibraryImport("libc", SetLastError = true)]
    public static partial nint recvfrom(int sockfd, byte* buf, nuint len, int flags, byte* src_addr, uint* addrlen);
}
