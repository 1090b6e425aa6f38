using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Libc
{
    /// <remarks>https://man7.org/linux/man-pages/man3/fread.3.html</remarks>
    [LibraryImport("libc", SetLastError = true)]
    public static partial nuint fread(byte* ptr, nuint size, nuint nmemb, nint stream);
}
