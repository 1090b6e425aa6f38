using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Libc
{
    public const int SIGPIPE = 13;
    public const nint SIG_IGN = 1;

    /// <remarks>https://man7.org/linux/man-pages/man2/signal.2.html</remarks>
    [LibraryImport("libc", SetLastError = true)]
    public static partial nint signal(int signum, nint handler);
}
