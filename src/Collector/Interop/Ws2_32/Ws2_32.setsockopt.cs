using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Ws2_32
{
    public const int IPPROTO_TCP = 6;
    public const int TCP_MAXRT = 5;

    /// <remarks>https://learn.microsoft.com/windows/win32/winsock/ipproto-tcp-socket-options</remarks>
    [LibraryImport("ws2_32", SetLastError = true)]
    public static partial int setsockopt(nint s, int level, int optname, byte* optval, int optlen);
}
