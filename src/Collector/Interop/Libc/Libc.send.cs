using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Libc
{
    public const int MSG_DONTWAIT = 0x40;
    public const int MSG_NOSIGNAL = 0x4000;

    /// <remarks>https://man7.org/linux/man-pages/man2/send.2.html</remarks>
    [LibraryImport("libc", SetLastError = true)]
    public static partial nint send(int sockfd, byte* buf, nuint len, int flags);
}
