using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Ws2_32
{
    public const int AF_UNSPEC = 0;
    public const int AI_NUMERICHOST = 4;

    public struct addrinfoW
    {
        public int ai_flags;
        public int ai_family;
        public int ai_socktype;
        public int ai_protocol;
        public nuint ai_addrlen;
        public char* ai_canonname;
        public byte* ai_addr;
        public addrinfoW* ai_next;
    }

    /// <remarks>https://learn.microsoft.com/windows/win32/api/ws2tcpip/nf-ws2tcpip-getaddrinfow</remarks>
    [LibraryImport("ws2_32", StringMarshalling = StringMarshalling.Utf16)]
    public static partial int GetAddrInfoW(
        string pNodeName, string pServiceName, addrinfoW* pHints, addrinfoW** ppResult);

    /// <remarks>https://learn.microsoft.com/windows/win32/api/ws2tcpip/nf-ws2tcpip-freeaddrinfow</remarks>
    [LibraryImport("ws2_32")]
    public static partial void FreeAddrInfoW(addrinfoW* pAddrInfo);
}
