using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Ws2_32
{
    public const int FD_CONNECT_BIT = 4;
    public const int FD_CLOSE_BIT = 5;

    public struct WSANETWORKEVENTS
    {
        public int lNetworkEvents;
        public fixed int iErrorCode[10];
    }

    /// <remarks>https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsaenumnetworkevents</remarks>
    [LibraryImport("ws2_32", SetLastError = true)]
    public static partial int WSAEnumNetworkEvents(nint s, nint hEventObject, WSANETWORKEVENTS* lpNetworkEvents);
}
