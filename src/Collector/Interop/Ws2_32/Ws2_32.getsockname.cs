using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Ws2_32
{
    /// <remarks>https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-getsockname</remarks>
    [LibraryImport("ws2_32", SetLastError = true)]
    public static partial int getsockname(nint s, byte* name, int* namelen);
}
