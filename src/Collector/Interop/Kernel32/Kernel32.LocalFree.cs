using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Kernel32
{
    /// <remarks>https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-localfree</remarks>
    [LibraryImport("kernel32", SetLastError = true)]
    public static partial void* LocalFree(void* hMem);
}
