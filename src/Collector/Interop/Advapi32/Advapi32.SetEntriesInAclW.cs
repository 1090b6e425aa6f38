using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Advapi32
{
    public const int GRANT_ACCESS = 1;
    public const uint SUB_CONTAINERS_AND_OBJECTS_INHERIT = 3;
    public const int NO_MULTIPLE_TRUSTEE = 0;
    public const int TRUSTEE_IS_SID = 0;
    public const int TRUSTEE_IS_UNKNOWN = 0;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/aclapi/nf-aclapi-setentriesinaclw</remarks>
    [LibraryImport("advapi32")]
    public static partial int SetEntriesInAclW(
        uint cCountOfExplicitEntries, EXPLICIT_ACCESS_W* pListOfExplicitEntries, void* OldAcl, void** NewAcl);

    /// <remarks>https://learn.microsoft.com/windows/win32/api/accctrl/ns-accctrl-explicit_access_w</remarks>
    public struct EXPLICIT_ACCESS_W
    {
        public uint grfAccessPermissions;
        public int grfAccessMode;
        public uint grfInheritance;
        public TRUSTEE_W Trustee;
    }

    /// <remarks>https://learn.microsoft.com/windows/win32/api/accctrl/ns-accctrl-trustee_w</remarks>
    public struct TRUSTEE_W
    {
        public TRUSTEE_W* pMultipleTrustee;
        public int MultipleTrusteeOperation;
        public int TrusteeForm;
        public int TrusteeType;
        public void* ptstrName;
    }
}
