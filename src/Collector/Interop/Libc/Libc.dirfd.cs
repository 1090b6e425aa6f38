using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Libc
{
    /// <remarks>https://man7.org/linux/man-pages/man3/dirfd.3.html</remarks>
    [LibraryImport("libc")]
    public static partial int dirfd(nint dirp);
}
