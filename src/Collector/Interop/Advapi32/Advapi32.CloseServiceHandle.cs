using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static partial class Advapi32
{
    /// <remarks>https://learn.microsoft.com/windows/win32/api/winsvc/nf-winsvc-closeservicehandle</remarks>
    [LibraryImport("advapi32", SetLastError = true)]
    public static partial int CloseServiceHandle(nint hSCObject);
}
