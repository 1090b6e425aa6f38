using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static partial class Libc
{
    public const int F_GETFD = 1;
    public const int F_GETFL = 3;
    public const int FD_CLOEXEC = 1;
    public const int O_ACCMODE = 3;
    public const int O_RDONLY = 0;

    /// <summary>The commands without a third argument.</summary>
    /// <remarks>https://man7.org/linux/man-pages/man2/fcntl.2.html</remarks>
    [LibraryImport("libc", SetLastError = true)]
    public static partial int fcntl(int fd, int cmd);
}
