using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Advapi32
{
    public const uint REG_EXPAND_SZ = 2;
    public const uint REG_DWORD = 4;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regsetvalueexw</remarks>
    [LibraryImport("advapi32", StringMarshalling = StringMarshalling.Utf16)]
    public static partial int RegSetValueExW(
        nint hKey, string lpValueName, uint Reserved, uint dwType, void* lpData, uint cbData);
}
