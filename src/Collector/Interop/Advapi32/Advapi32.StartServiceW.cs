using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Advapi32
{
    public const uint SERVICE_START = 0x10;
    public const int ERROR_SERVICE_ALREADY_RUNNING = 1056;
    public const int ERROR_SERVICE_DISABLED = 1058;
    public const int ERROR_SERVICE_SPECIFIC_ERROR = 1066;
    public const int ERROR_SERVICE_LOGON_FAILED = 1069;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/winsvc/nf-winsvc-startservicew</remarks>
    [LibraryImport("advapi32", SetLastError = true)]
    public static partial int StartServiceW(nint hService, uint dwNumServiceArgs, char** lpServiceArgVectors);
}
