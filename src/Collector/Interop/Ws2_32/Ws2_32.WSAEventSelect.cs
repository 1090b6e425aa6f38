using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Ws2_32
{
    public const int FD_READ = 0x01;
    public const int FD_WRITE = 0x02;
    public const int FD_CONNECT = 0x10;
    public const int FD_CLOSE = 0x20;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsaeventselect</remarks>
    [LibraryImport("ws2_32", SetLastError = true)]
    public static partial int WSAEventSelect(nint s, nint hEventObject, int lNetworkEvents);
}
