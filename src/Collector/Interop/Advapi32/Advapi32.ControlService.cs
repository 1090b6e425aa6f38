using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Advapi32
{
    public const uint SERVICE_STOP = 0x20;
    public const uint SERVICE_CONTROL_STOP = 1;
    public const int ERROR_SERVICE_CANNOT_ACCEPT_CTRL = 1061;
    public const int ERROR_SERVICE_NOT_ACTIVE = 1062;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/winsvc/nf-winsvc-controlservice</remarks>
    [LibraryImport("advapi32", SetLastError = true)]
    public static partial int ControlService(nint hService, uint dwControl, SERVICE_STATUS* lpServiceStatus);
}
