using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Ws2_32
{
    public const int SOL_SOCKET = 0xFFFF;
    public const int SO_RCVBUF = 0x1002;
    public const int SO_EXCLUSIVEADDRUSE = -5;
    public const int IPPROTO_IPV6 = 41;
    public const int IPV6_V6ONLY = 27;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-listen</remarks>
    [LibraryImport("ws2_32", SetLastError = true)]
    public static partial int listen(nint s, int backlog);
}
