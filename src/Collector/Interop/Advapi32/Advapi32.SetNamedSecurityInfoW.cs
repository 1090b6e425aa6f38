using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Advapi32
{
    /// <remarks>https://learn.microsoft.com/windows/win32/api/aclapi/nf-aclapi-setnamedsecurityinfow</remarks>
    [LibraryImport("advapi32", StringMarshalling = StringMarshalling.Utf16)]
    public static partial int SetNamedSecurityInfoW(
        string pObjectName, int ObjectType, uint SecurityInfo, void* psidOwner, void* psidGroup, void* pDacl, void* pSacl);
}
