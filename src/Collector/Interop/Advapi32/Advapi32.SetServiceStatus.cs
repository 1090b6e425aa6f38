using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Advapi32
{
    public const uint SERVICE_STOPPED = 1;
    public const uint SERVICE_START_PENDING = 2;
    public const uint SERVICE_STOP_PENDING = 3;
    public const uint SERVICE_ACCEPT_STOP = 1;
    public const uint SERVICE_ACCEPT_PARAMCHANGE = 8;
    public const uint SERVICE_ACCEPT_PRESHUTDOWN = 0x100;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/winsvc/nf-winsvc-setservicestatus</remarks>
    [LibraryImport("advapi32", SetLastError = true)]
    public static partial int SetServiceStatus(nint hServiceStatus, SERVICE_STATUS* lpServiceStatus);

    /// <remarks>https://learn.microsoft.com/windows/win32/api/winsvc/ns-winsvc-service_status</remarks>
    public struct SERVICE_STATUS
    {
        public uint dwServiceType;
        public uint dwCurrentState;
        public uint dwControlsAccepted;
        public uint dwWin32ExitCode;
        public uint dwServiceSpecificExitCode;
        public uint dwCheckPoint;
        public uint dwWaitHint;
    }
}
