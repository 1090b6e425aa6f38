using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Advapi32
{
    public const uint SERVICE_CHANGE_CONFIG = 2;
    public const uint SERVICE_WIN32_OWN_PROCESS = 0x10;
    public const uint SERVICE_AUTO_START = 2;
    public const uint SERVICE_ERROR_NORMAL = 1;
    public const int ERROR_INVALID_SERVICE_ACCOUNT = 1057;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/winsvc/nf-winsvc-changeserviceconfigw</remarks>
    [LibraryImport("advapi32", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    public static partial int ChangeServiceConfigW(
        nint hService,
        uint dwServiceType,
        uint dwStartType,
        uint dwErrorControl,
        string lpBinaryPathName,
        string? lpLoadOrderGroup,
        uint* lpdwTagId,
        string? lpDependencies,
        string? lpServiceStartName,
        string? lpPassword,
        string lpDisplayName);
}
