using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Advapi32
{
    /// <remarks>https://learn.microsoft.com/windows/win32/api/winsvc/nf-winsvc-queryserviceconfig2w</remarks>
    [LibraryImport("advapi32", SetLastError = true)]
    public static partial int QueryServiceConfig2W(
        nint hService, uint dwInfoLevel, void* lpBuffer, uint cbBufSize, uint* pcbBytesNeeded);
}
