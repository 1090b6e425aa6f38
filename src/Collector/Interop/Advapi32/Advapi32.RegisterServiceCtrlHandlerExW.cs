using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Advapi32
{
    public const uint SERVICE_CONTROL_INTERROGATE = 4;
    public const uint SERVICE_CONTROL_PARAMCHANGE = 6;
    public const uint SERVICE_CONTROL_PRESHUTDOWN = 15;
    public const uint ERROR_CALL_NOT_IMPLEMENTED = 120;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/winsvc/nf-winsvc-registerservicectrlhandlerexw</remarks>
    [LibraryImport("advapi32", SetLastError = true)]
    public static partial nint RegisterServiceCtrlHandlerExW(
        char* lpServiceName, delegate* unmanaged<uint, uint, void*, void*, uint> lpHandlerProc, void* lpContext);
}
