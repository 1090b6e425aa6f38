using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Collector.Interop;
using Collector.Sources;

namespace Collector.Service.Windows;

/// <summary>Lets a service write to a folder, by the identity that Windows makes for it, whatever account it runs as.</summary>
[SupportedOSPlatform("windows")]
internal static unsafe class FolderAccess
{
    /// <summary>Read, write and delete, but not hand out rights.</summary>
    private const uint Modify = 0x1301BF;

    /// <summary>What is wrong with a folder, and what to do about it; null if the service may write there.</summary>
    /// <param name="folder">Its absolute path. It is made if it is not there, closed to all but the service and administrators.</param>
    /// <param name="service">The service's name.</param>
    /// <param name="hasChanged">Set if anything is other than before.</param>
    public static string? Grant(string folder, string service, ref bool hasChanged)
    {
        string sid = ServiceSid.Of(service);
        try
        {
            if (!Directory.Exists(folder))
            {
                _ = Directory.CreateDirectory(Path.GetDirectoryName(folder) ?? folder);
                hasChanged = true;
                int fault = Create(folder, sid);
                if (fault != Advapi32.ERROR_SUCCESS)
                {
                    return Fault(fault, folder, service);
                }
            }
            else if ((File.GetAttributes(folder) & FileAttributes.ReparsePoint) != 0)
            {
                return $"'{folder}' is a link; name the folder itself, so that nobody can turn it elsewhere";
            }

            string before = Describe(folder);
            if (before.Contains(EntryFor(sid), StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }

            int error = Add(folder, sid);
            hasChanged |= Describe(folder) != before;
            return Fault(error, folder, service);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Fault(SystemError.CodeOf(error), folder, service);
        }
    }

    /// <summary>Whether <see cref="Grant"/> has nothing to do for a folder: it is there with an entry for the service, whatever that one
    /// says, or it is a link, which stays as it is.</summary>
    public static bool IsGranted(string folder, string service)
    {
        FileInfo file = new(folder);
        return (file.Attributes != (FileAttributes)(-1) && (file.Attributes & FileAttributes.ReparsePoint) != 0)
            || (Directory.Exists(folder) && Describe(folder).Contains($";;;{ServiceSid.Of(service)})", StringComparison.OrdinalIgnoreCase));
    }

    private static string? Fault(int error, string folder, string service) => error == Advapi32.ERROR_SUCCESS ? null
        : $"the service may not be able to write to '{folder}': {SystemError.Describe(error)}; "
            + $"when it is there: icacls \"{folder}\" /grant \"NT SERVICE\\{service}:(OI)(CI)M\"";

    /// <summary>The entry that lets the service write to the folder and all that is in it, as Windows writes it.</summary>
    private static string EntryFor(string sid) => $"(A;OICI;0x{Modify:x};;;{sid})";

    private static int Create(string folder, string sid)
    {
        void* descriptor;
        string text = $"D:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA){EntryFor(sid)}";
        if (Advapi32.ConvertStringSecurityDescriptorToSecurityDescriptorW(text, Advapi32.SDDL_REVISION_1, &descriptor, null) == 0)
        {
            return Marshal.GetLastPInvokeError();
        }

        Kernel32.SECURITY_ATTRIBUTES attributes = new()
        {
            nLength = (uint)sizeof(Kernel32.SECURITY_ATTRIBUTES), lpSecurityDescriptor = descriptor,
        };
        int error = Kernel32.CreateDirectoryW(folder, &attributes) != 0 ? Advapi32.ERROR_SUCCESS : Marshal.GetLastPInvokeError();
        _ = Kernel32.LocalFree(descriptor);
        return error;
    }

    private static int Add(string folder, string sid)
    {
        void* identity;
        if (Advapi32.ConvertStringSidToSidW(sid, &identity) == 0)
        {
            return Marshal.GetLastPInvokeError();
        }

        void* list;
        void* descriptor;
        void* merged = null;
        int error = Advapi32.GetNamedSecurityInfoW(
            folder, Advapi32.SE_FILE_OBJECT, Advapi32.DACL_SECURITY_INFORMATION, null, null, &list, null, &descriptor);
        if (error == Advapi32.ERROR_SUCCESS)
        {
            Advapi32.EXPLICIT_ACCESS_W entry = new()
            {
                grfAccessPermissions = Modify,
                grfAccessMode = Advapi32.GRANT_ACCESS,
                grfInheritance = Advapi32.SUB_CONTAINERS_AND_OBJECTS_INHERIT,
                Trustee = new() { TrusteeForm = Advapi32.TRUSTEE_IS_SID, ptstrName = identity },
            };
            error = Advapi32.SetEntriesInAclW(1, &entry, list, &merged);
            error = error != Advapi32.ERROR_SUCCESS ? error : Advapi32.SetNamedSecurityInfoW(
                folder, Advapi32.SE_FILE_OBJECT, Advapi32.DACL_SECURITY_INFORMATION, null, null, merged, null);
            _ = Kernel32.LocalFree(merged);
            _ = Kernel32.LocalFree(descriptor);
        }

        _ = Kernel32.LocalFree(identity);
        return error;
    }

    /// <summary>Who may do what there, as Windows writes it; empty if it does not say.</summary>
    private static string Describe(string folder)
    {
        void* descriptor;
        if (Advapi32.GetNamedSecurityInfoW(
            folder, Advapi32.SE_FILE_OBJECT, Advapi32.DACL_SECURITY_INFORMATION, null, null, null, null, &descriptor) != Advapi32.ERROR_SUCCESS)
        {
            return "";
        }

        char* text = null;
        _ = Advapi32.ConvertSecurityDescriptorToStringSecurityDescriptorW(
            descriptor, Advapi32.SDDL_REVISION_1, Advapi32.DACL_SECURITY_INFORMATION, &text, null);
        string description = new(text);
        _ = Kernel32.LocalFree(text);
        _ = Kernel32.LocalFree(descriptor);
        return description;
    }
}
