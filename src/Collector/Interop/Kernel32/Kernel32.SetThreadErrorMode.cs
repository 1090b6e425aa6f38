using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Kernel32
{
    public const uint SEM_FAILCRITICALERRORS = 1;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/errhandlingapi/nf-errhandlingapi-setthreaderrormode</remarks>
    [LibraryImport("kernel32")]
    public static partial int SetThreadErrorMode(uint dwNewMode, uint* lpOldMode);
}
