using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Advapi32
{
    public const nint HKEY_PERFORMANCE_DATA = unchecked((int)0x80000004);
    public const uint REG_MULTI_SZ = 7;
    public const int ERROR_SUCCESS = 0;
    public const int ERROR_FILE_NOT_FOUND = 2;
    public const int ERROR_MORE_DATA = 234;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regqueryvalueexw</remarks>
    [LibraryImport("advapi32")]
    public static partial int RegQueryValueExW(
        nint hKey, char* lpValueName, uint* lpReserved, uint* lpType, byte* lpData, uint* lpcbData);
}
