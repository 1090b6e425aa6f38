using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Advapi32
{
    public const uint SDDL_REVISION_1 = 1;

    /// <summary>The text is to be freed by <see cref="Kernel32.LocalFree"/>.</summary>
    /// <remarks>https://learn.microsoft.com/windows/win32/api/sddl/nf-sddl-convertsecuritydescriptortostringsecuritydescriptorw</remarks>
    [LibraryImport("advapi32", SetLastError = true)]
    public static partial int ConvertSecurityDescriptorToStringSecurityDescriptorW(
        void* SecurityDescriptor,
        uint RequestedStringSDRevision,
        uint SecurityInformation,
        char** StringSecurityDescriptor,
        uint* StringSecurityDescriptorLen);
}
