using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static partial class Advapi32
{
    /// <remarks>https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-registereventsourcew</remarks>
    [LibraryImport("advapi32", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    public static partial nint RegisterEventSourceW(string? lpUNCServerName, string lpSourceName);
}
