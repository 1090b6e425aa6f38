using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Advapi32
{
    public const int SC_ENUM_PROCESS_INFO = 0;
    public const uint SC_MANAGER_ENUMERATE_SERVICE = 4;
    public const uint SERVICE_WIN32 = 0x30;
    public const uint SERVICE_STATE_ALL = 3;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/winsvc/ns-winsvc-service_status_process</remarks>
    public const uint SERVICE_USERSERVICE_INSTANCE = 0x80;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/winsvc/nf-winsvc-enumservicesstatusexw</remarks>
    [LibraryImport("advapi32", SetLastError = true)]
    public static partial int EnumServicesStatusExW(
        nint hSCManager,
        int InfoLevel,
        uint dwServiceType,
        uint dwServiceState,
        void* lpServices,
        uint cbBufSize,
        uint* pcbBytesNeeded,
        uint* lpServicesReturned,
        uint* lpResumeHandle,
        char* pszGroupName);

    /// <remarks>https://learn.microsoft.com/windows/win32/api/winsvc/ns-winsvc-enum_service_status_processw</remarks>
    public struct ENUM_SERVICE_STATUS_PROCESSW
    {
        public char* lpServiceName;
        public char* lpDisplayName;
        public SERVICE_STATUS_PROCESS ServiceStatusProcess;
    }
}
