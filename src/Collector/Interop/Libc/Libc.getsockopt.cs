using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Libc
{
    public const int SOL_SOCKET = 1;
    public const int SO_ERROR = 4;

    /// <remarks>https://man7.org/linux/man-pages/man2/getsockopt.2.html</remarks>
    [LibraryImport("libc", SetLastError = true)]
    public static partial int getsockopt(int sockfd, int level, int optname, void* optval, uint* optlen);
}
