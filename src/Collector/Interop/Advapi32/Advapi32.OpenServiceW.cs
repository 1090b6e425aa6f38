using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Advapi32
{
    public const uint SERVICE_QUERY_CONFIG = 1;
    public const uint SERVICE_QUERY_STATUS = 4;
    public const int ERROR_SERVICE_DOES_NOT_EXIST = 1060;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/winsvc/nf-winsvc-openservicew</remarks>
    [LibraryImport("advapi32", SetLastError = true)]
    public static partial nint OpenServiceW(nint hSCManager, char* lpServiceName, uint dwDesiredAccess);
}
