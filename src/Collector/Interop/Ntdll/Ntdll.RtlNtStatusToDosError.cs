using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static partial class Ntdll
{
    /// <remarks>https://learn.microsoft.com/windows/win32/api/winternl/nf-winternl-rtlntstatustodoserror</remarks>
    [LibraryImport("ntdll")]
    public static partial uint RtlNtStatusToDosError(int Status);
}
