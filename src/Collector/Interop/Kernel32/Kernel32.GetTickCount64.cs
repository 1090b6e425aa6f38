using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static partial class Kernel32
{
    /// <remarks>https://learn.microsoft.com/windows/win32/api/sysinfoapi/nf-sysinfoapi-gettickcount64</remarks>
    [LibraryImport("kernel32")]
    public static partial ulong GetTickCount64();
}
