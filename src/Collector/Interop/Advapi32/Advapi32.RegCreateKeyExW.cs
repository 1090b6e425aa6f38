using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Advapi32
{
    public const uint KEY_QUERY_VALUE = 1;
    public const uint KEY_SET_VALUE = 2;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regcreatekeyexw</remarks>
    [LibraryImport("advapi32", StringMarshalling = StringMarshalling.Utf16)]
    public static partial int RegCreateKeyExW(
        nint hKey,
        string lpSubKey,
        uint Reserved,
        string? lpClass,
        uint dwOptions,
        uint samDesired,
        nint lpSecurityAttributes,
        nint* phkResult,
        uint* lpdwDisposition);
}
