using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Libc
{
    public const int AI_NUMERICHOST = 4;
    public const int EAI_SYSTEM = -11;

    public struct @addrinfo
    {
        public int ai_flags;
        public int ai_family;
        public int ai_socktype;
        public int ai_protocol;
        public uint ai_addrlen;
        public byte* ai_addr;
        public byte* ai_canonname;
        public addrinfo* ai_next;
    }

    /// <remarks>https://man7.org/linux/man-pages/man3/getaddrinfo.3.html</remarks>
    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int getaddrinfo(string node, string service, addrinfo* hints, addrinfo** res);

    /// <remarks>https://man7.org/linux/man-pages/man3/getaddrinfo.3.html</remarks>
    [LibraryImport("libc")]
    public static partial void freeaddrinfo(addrinfo* res);

    /// <remarks>https://man7.org/linux/man-pages/man3/getaddrinfo.3.html</remarks>
    [LibraryImport("libc")]
    public static partial byte* gai_strerror(int errcode);
}
