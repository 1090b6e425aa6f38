using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Libc
{
    public const int SO_REUSEADDR = 2;
    public const int SO_RCVBUF = 8;
    public const int IPPROTO_IPV6 = 41;
    public const int IPV6_V6ONLY = 26;

    /// <remarks>https://man7.org/linux/man-pages/man2/listen.2.html</remarks>
    [LibraryImport("libc", SetLastError = true)]
    public static partial int listen(int sockfd, int backlog);
}
