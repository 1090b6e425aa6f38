using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Libc
{
    public const int AT_FDCWD = -100;

    /// <summary>Without the argument that only a new file needs.</summary>
    /// <remarks>https://man7.org/linux/man-pages/man2/openat.2.html</remarks>
    [LibraryImport("libc", SetLastError = true)]
    public static partial int openat(int dirfd, byte* pathname, int flags);
}
