using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Libc
{
    public const int SOL_SOCKET = 1;
    public const int SO_ERROR = 4;

    /// <summary>Gives a tcp_info, whose first byte is one of the states.</summary>
    public const int TCP_INFO = 11;
    public const byte TCP_LAST_ACK = 9;
    public const byte TCP_CLOSING = 11;

    /// <remarks>https://man7.org/linux/man-pages/man2/getsockopt.2.html</remarks>
    [LibraryImport("libc", SetLastError = true)]
    public static partial int getsockopt(int sockfd, int level, int optname, void* optval, uint* optlen);
}
