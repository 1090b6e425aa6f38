using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Kernel32
{
    /// <remarks>https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-findclose</remarks>
    [LibraryImport("kernel32")]
    public static partial int FindClose(nint hFindFile);
}
