using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Libc
{
    public const int IPPROTO_TCP = 6;
    public const int TCP_USER_TIMEOUT = 18;

    /// <remarks>https://man7.org/linux/man-pages/man7/tcp.7.html</remarks>
    [LibraryImport("libc", SetLastError = true)]
    public static partial int setsockopt(int sockfd, int level, int optname, void* optval, uint optlen);
}
