using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Kernel32
{
    /// <remarks>https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-getvolumeinformationw</remarks>
    [LibraryImport("kernel32", SetLastError = true)]
    public static partial int GetVolumeInformationW(
        char* lpRootPathName,
        char* lpVolumeNameBuffer,
        uint nVolumeNameSize,
        uint* lpVolumeSerialNumber,
        uint* lpMaximumComponentLength,
        uint* lpFileSystemFlags,
        char* lpFileSystemNameBuffer,
        uint nFileSystemNameSize);
}
