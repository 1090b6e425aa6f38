using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Ws2_32
{
    public const int SOCK_STREAM = 1;
    public const int SOCK_DGRAM = 2;
    public const uint WSA_FLAG_OVERLAPPED = 0x01;
    public const uint WSA_FLAG_NO_HANDLE_INHERIT = 0x80;
    public const nint INVALID_SOCKET = -1;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsasocketw</remarks>
    [LibraryImport("ws2_32", SetLastError = true)]
    public static partial nint WSASocketW(int af, int type, int protocol, void* lpProtocolInfo, uint g, uint dwFlags);
}
