using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Kernel32
{
    public const int GetFileExInfoStandard = 0;
    public const uint FILE_ATTRIBUTE_DIRECTORY = 0x10;
    public const int ERROR_FILE_NOT_FOUND = 2;
    public const int ERROR_PATH_NOT_FOUND = 3;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/minwinbase/ns-minwinbase-filetime</remarks>
    public struct FILETIME
    {
        public uint dwLowDateTime;
        public uint dwHighDateTime;
    }

    /// <remarks>https://learn.microsoft.com/windows/win32/api/fileapi/ns-fileapi-win32_file_attribute_data</remarks>
    public struct WIN32_FILE_ATTRIBUTE_DATA
    {
        public uint dwFileAttributes;
        public FILETIME ftCreationTime;
        public FILETIME ftLastAccessTime;
        public FILETIME ftLastWriteTime;
        public uint nFileSizeHigh;
        public uint nFileSizeLow;
    }

    /// <remarks>https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-getfileattributesexw</remarks>
    [LibraryImport("kernel32", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    public static partial int GetFileAttributesExW(string lpFileName, int fInfoLevelId, WIN32_FILE_ATTRIBUTE_DATA* lpFileInformation);
}
