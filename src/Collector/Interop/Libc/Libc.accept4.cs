using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Libc
{
    /// <remarks>https://man7.org/linux/man-pages/man2/accept.2.html</remarks>
    [LibraryImport("libc", SetLastError = true)]
    public static partial int accept4(int sockfd, byte* addr, uint* addrlen, int flags);
}
