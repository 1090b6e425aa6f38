using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Ws2_32
{
    public const int FD_ACCEPT = 0x08;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-accept</remarks>
    [LibraryImport("ws2_32", SetLastError = true)]
    public static partial nint accept(nint s, byte* addr, int* addrlen);
}
