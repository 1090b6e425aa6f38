using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static partial class Advapi32
{
    /// <remarks>https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regdeletekeyexw</remarks>
    [LibraryImport("advapi32", StringMarshalling = StringMarshalling.Utf16)]
    public static partial int RegDeleteKeyExW(nint hKey, string lpSubKey, uint samDesired, uint Reserved);
}
