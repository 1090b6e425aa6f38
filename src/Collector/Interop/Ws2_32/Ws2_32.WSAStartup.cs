using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Ws2_32
{
    public const ushort Version22 = 0x0202;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/winsock/nf-winsock-wsastartup</remarks>
    [LibraryImport("ws2_32")]
    public static partial int WSAStartup(ushort wVersionRequested, byte* lpWSAData);
}
