using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Libc
{
    public const int NI_NUMERICHOST = 1;
    public const int NI_NUMERICSERV = 2;

    /// <remarks>https://man7.org/linux/man-pages/man3/getnameinfo.3.html</remarks>
    [LibraryImport("libc")]
    public static partial int getnameinfo(
        byte* addr, uint addrlen, byte* host, uint hostlen, byte* serv, uint servlen, int flags);
}
