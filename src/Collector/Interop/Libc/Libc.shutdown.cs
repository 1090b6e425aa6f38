using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Libc
{
    public const int SHUT_WR = 1;

    /// <remarks>https://man7.org/linux/man-pages/man2/shutdown.2.html</remarks>
    [LibraryImport("libc", SetLastError = true)]
    public static partial int shutdown(int sockfd, int how);
}
