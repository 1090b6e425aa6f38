using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Advapi32
{
    public const int ERROR_FAILED_SERVICE_CONTROLLER_CONNECT = 1063;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/winsvc/nf-winsvc-startservicectrldispatcherw</remarks>
    [LibraryImport("advapi32", SetLastError = true)]
    public static partial int StartServiceCtrlDispatcherW(SERVICE_TABLE_ENTRYW* lpServiceStartTable);

    /// <remarks>https://learn.microsoft.com/windows/win32/api/winsvc/ns-winsvc-service_table_entryw</remarks>
    public struct SERVICE_TABLE_ENTRYW
    {
        public char* lpServiceName;
        public delegate* unmanaged<uint, char**, void> lpServiceProc;
    }
}
