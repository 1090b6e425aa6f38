using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Ws2_32
{
    public const uint SIO_TCP_INFO = 0xD8000027;

    /// <summary>The first field of TCP_INFO_v0; the whole has 88 bytes.</summary>
    public const int TcpInfoBytes = 88;

    public const uint TCPSTATE_FIN_WAIT_1 = 5;
    public const uint TCPSTATE_CLOSING = 8;
    public const uint TCPSTATE_LAST_ACK = 9;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsaioctl</remarks>
    [LibraryImport("ws2_32", SetLastError = true)]
    public static partial int WSAIoctl(
        nint s, uint dwIoControlCode, void* lpvInBuffer, uint cbInBuffer, void* lpvOutBuffer, uint cbOutBuffer,
        uint* lpcbBytesReturned, void* lpOverlapped, void* lpCompletionRoutine);
}
