using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static partial class Advapi32
{
    /// <remarks>https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-deregistereventsource</remarks>
    [LibraryImport("advapi32", SetLastError = true)]
    public static partial int DeregisterEventSource(nint hEventLog);
}
