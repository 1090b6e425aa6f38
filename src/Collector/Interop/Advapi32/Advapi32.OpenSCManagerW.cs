using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Advapi32
{
    public const uint SC_MANAGER_CONNECT = 1;
    public const uint SC_MANAGER_CREATE_SERVICE = 2;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/winsvc/nf-winsvc-openscmanagerw</remarks>
    [LibraryImport("advapi32", SetLastError = true)]
    public static partial nint OpenSCManagerW(char* lpMachineName, char* lpDatabaseName, uint dwDesiredAccess);
}
