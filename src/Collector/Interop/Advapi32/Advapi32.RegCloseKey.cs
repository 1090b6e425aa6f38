using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static partial class Advapi32
{
    /// <remarks>https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regclosekey</remarks>
    [LibraryImport("advapi32")]
    public static partial int RegCloseKey(nint hKey);
}
