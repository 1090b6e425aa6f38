using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Kernel32
{
    public const int STD_OUTPUT_HANDLE = -11;
    public const int STD_ERROR_HANDLE = -12;

    /// <remarks>https://learn.microsoft.com/windows/console/getstdhandle</remarks>
    [LibraryImport("kernel32", SetLastError = true)]
    public static partial nint GetStdHandle(int nStdHandle);
}
