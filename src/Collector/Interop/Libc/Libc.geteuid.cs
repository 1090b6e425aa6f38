using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static partial class Libc
{
    /// <remarks>https://man7.org/linux/man-pages/man2/getuid.2.html</remarks>
    [LibraryImport("libc")]
    public static partial uint geteuid();
}
