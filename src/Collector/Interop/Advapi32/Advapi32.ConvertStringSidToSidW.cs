using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Advapi32
{
    /// <summary>The SID is to be freed by <see cref="Kernel32.LocalFree"/>.</summary>
    /// <remarks>https://learn.microsoft.com/windows/win32/api/sddl/nf-sddl-convertstringsidtosidw</remarks>
    [LibraryImport("advapi32", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    public static partial int ConvertStringSidToSidW(string StringSid, void** Sid);
}
