using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static partial class Kernel32
{
    /// <remarks>https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-getlogicaldrives</remarks>
    [LibraryImport("kernel32", SetLastError = true)]
    public static partial uint GetLogicalDrives();
}
