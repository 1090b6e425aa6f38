using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Advapi32
{
    public const int SC_STATUS_PROCESS_INFO = 0;
    public const uint SERVICE_RUNNING = 4;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/winsvc/nf-winsvc-queryservicestatusex</remarks>
    [LibraryImport("advapi32", SetLastError = true)]
    public static partial int QueryServiceStatusEx(
        nint hService, int InfoLevel, void* lpBuffer, uint cbBufSize, uint* pcbBytesNeeded);

    /// <remarks>https://learn.microsoft.com/windows/win32/api/winsvc/ns-winsvc-service_status_process</remarks>
    public struct SERVICE_STATUS_PROCESS
    {
        public uint dwServiceType;
        public uint dwCurrentState;
        public uint dwControlsAccepted;
        public uint dwWin32ExitCode;
        public uint dwServiceSpecificExitCode;
        public uint dwCheckPoint;
        public uint dwWaitHint;
        public uint dwProcessId;
        public uint dwServiceFlags;
    }
}
