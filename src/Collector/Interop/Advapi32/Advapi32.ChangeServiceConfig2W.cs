using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Advapi32
{
    public const uint SERVICE_CONFIG_DESCRIPTION = 1;
    public const uint SERVICE_CONFIG_FAILURE_ACTIONS = 2;
    public const uint SERVICE_CONFIG_DELAYED_AUTO_START_INFO = 3;
    public const uint SERVICE_CONFIG_FAILURE_ACTIONS_FLAG = 4;
    public const uint SERVICE_CONFIG_SERVICE_SID_INFO = 5;
    public const uint SERVICE_CONFIG_REQUIRED_PRIVILEGES_INFO = 6;
    public const uint SERVICE_CONFIG_PRESHUTDOWN_INFO = 7;
    public const uint SERVICE_SID_TYPE_UNRESTRICTED = 1;
    public const int SC_ACTION_RESTART = 1;
    public const int ERROR_INVALID_LEVEL = 124;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/winsvc/nf-winsvc-changeserviceconfig2w</remarks>
    [LibraryImport("advapi32", SetLastError = true)]
    public static partial int ChangeServiceConfig2W(nint hService, uint dwInfoLevel, void* lpInfo);

    /// <summary>A text, or several with a null behind each and one more at the end.</summary>
    /// <remarks>
    /// https://learn.microsoft.com/windows/win32/api/winsvc/ns-winsvc-service_descriptionw,
    /// https://learn.microsoft.com/windows/win32/api/winsvc/ns-winsvc-service_required_privileges_infow
    /// </remarks>
    public struct SERVICE_DESCRIPTIONW
    {
        public char* lpDescription;
    }

    /// <remarks>https://learn.microsoft.com/windows/win32/api/winsvc/ns-winsvc-service_failure_actionsw</remarks>
    public struct SERVICE_FAILURE_ACTIONSW
    {
        public uint dwResetPeriod;
        public char* lpRebootMsg;
        public char* lpCommand;
        public uint cActions;
        public SC_ACTION* lpsaActions;
    }

    /// <remarks>https://learn.microsoft.com/windows/win32/api/winsvc/ns-winsvc-sc_action</remarks>
    public struct SC_ACTION
    {
        public int Type;
        public uint Delay;
    }
}
