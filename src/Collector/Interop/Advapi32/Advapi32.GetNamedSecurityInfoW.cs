using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Advapi32
{
    public const int SE_FILE_OBJECT = 1;
    public const uint DACL_SECURITY_INFORMATION = 4;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/aclapi/nf-aclapi-getnamedsecurityinfow</remarks>
    [LibraryImport("advapi32", StringMarshalling = StringMarshalling.Utf16)]
    public static partial int GetNamedSecurityInfoW(
        string pObjectName,
        int ObjectType,
        uint SecurityInfo,
        void** ppsidOwner,
        void** ppsidGroup,
        void** ppDacl,
        void** ppSacl,
        void** ppSecurityDescriptor);
}
