using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Advapi32
{
    public const nint HKEY_LOCAL_MACHINE = unchecked((int)0x80000002);
    public const uint RRF_RT_REG_MULTI_SZ = 0x20;
    public const uint RRF_RT_ANY = 0xFFFF;
    public const uint RRF_NOEXPAND = 0x1000_0000;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-reggetvaluew</remarks>
    [LibraryImport("advapi32")]
    public static partial int RegGetValueW(
        nint hkey, char* lpSubKey, char* lpValue, uint dwFlags, uint* pdwType, void* pvData, uint* pcbData);
}
