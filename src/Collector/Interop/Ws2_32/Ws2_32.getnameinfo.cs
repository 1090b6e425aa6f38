using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Ws2_32
{
    public const int NI_NUMERICHOST = 2;
    public const int NI_NUMERICSERV = 8;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/ws2tcpip/nf-ws2tcpip-getnameinfo</remarks>
    [LibraryImport("ws2_32")]
    public static partial int getnameinfo(
        byte* pSockaddr, int SockaddrLength, byte* pNodeBuffer, uint NodeBufferSize, byte* pServiceBuffer,
        uint ServiceBufferSize, int Flags);
}
