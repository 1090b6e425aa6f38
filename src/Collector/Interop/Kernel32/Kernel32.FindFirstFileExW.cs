using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Kernel32
{
    public const int FindExInfoBasic = 1;
    public const int FindExSearchNameMatch = 0;
    public const uint FIND_FIRST_EX_LARGE_FETCH = 2;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/minwinbase/ns-minwinbase-win32_find_dataw</remarks>
    public struct WIN32_FIND_DATAW
    {
        public uint dwFileAttributes;
        public FILETIME ftCreationTime;
        public FILETIME ftLastAccessTime;
        public FILETIME ftLastWriteTime;
        public uint nFileSizeHigh;
        public uint nFileSizeLow;
        public uint dwReserved0;
        public uint dwReserved1;
        public fixed char cFileName[260];
        public fixed char cAlternateFileName[14];
    }

    /// <remarks>https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-findfirstfileexw</remarks>
    [LibraryImport("kernel32", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    public static partial nint FindFirstFileExW(
        string lpFileName, int fInfoLevelId, WIN32_FIND_DATAW* lpFindFileData, int fSearchOp, nint lpSearchFilter, uint dwAdditionalFlags);
}
