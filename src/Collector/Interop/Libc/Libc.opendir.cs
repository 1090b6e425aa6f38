using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Libc
{
    /// <remarks>https://man7.org/linux/man-pages/man3/opendir.3.html</remarks>
    [LibraryImport("libc", SetLastError = true)]
    public static partial nint opendir(byte* name);
}
