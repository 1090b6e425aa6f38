using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static partial class Advapi32
{
    public const uint DELETE = 0x10000;
    public const int ERROR_SERVICE_MARKED_FOR_DELETE = 1072;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/winsvc/nf-winsvc-deleteservice</remarks>
    [LibraryImport("advapi32", SetLastError = true)]
    public static partial int DeleteService(nint hService);
}
