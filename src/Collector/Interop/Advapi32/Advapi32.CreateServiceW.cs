using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Advapi32
{
    /// <remarks>https://learn.microsoft.com/windows/win32/api/winsvc/nf-winsvc-createservicew</remarks>
    [LibraryImport("advapi32", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    public static partial nint CreateServiceW(
        nint hSCManager,
        string lpServiceName,
        string lpDisplayName,
        uint dwDesiredAccess,
        uint dwServiceType,
        uint dwStartType,
        uint dwErrorControl,
        string lpBinaryPathName,
        string? lpLoadOrderGroup,
        uint* lpdwTagId,
        string? lpDependencies,
        string lpServiceStartName,
        string? lpPassword);
}
