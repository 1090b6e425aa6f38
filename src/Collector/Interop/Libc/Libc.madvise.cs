using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static partial class Libc
{
    public const int MADV_DONTNEED = 4;

    /// <remarks>https://man7.org/linux/man-pages/man2/madvise.2.html</remarks>
    [LibraryImport("libc")]
    public static partial int madvise(nint addr, nuint length, int advice);
}
