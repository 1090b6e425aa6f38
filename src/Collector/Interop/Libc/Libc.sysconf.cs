using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static partial class Libc
{
    public const int _SC_CLK_TCK = 2;

    /// <remarks>https://man7.org/linux/man-pages/man3/sysconf.3.html</remarks>
    [LibraryImport("libc")]
    public static partial nint sysconf(int name);
}
