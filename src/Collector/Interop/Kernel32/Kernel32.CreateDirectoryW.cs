using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Kernel32
{
    public const int ERROR_ALREADY_EXISTS = 183;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-createdirectoryw</remarks>
    [LibraryImport("kernel32", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    public static partial int CreateDirectoryW(string lpPathName, SECURITY_ATTRIBUTES* lpSecurityAttributes);

    /// <remarks>https://learn.microsoft.com/windows/win32/api/wtypesbase/ns-wtypesbase-security_attributes</remarks>
    public struct SECURITY_ATTRIBUTES
    {
        public uint nLength;
        public void* lpSecurityDescriptor;
        public int bInheritHandle;
    }
}
