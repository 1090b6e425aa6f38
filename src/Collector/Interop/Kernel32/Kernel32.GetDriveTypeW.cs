using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Kernel32
{
    public const uint DRIVE_NO_ROOT_DIR = 1;
    public const uint DRIVE_FIXED = 3;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-getdrivetypew</remarks>
    [LibraryImport("kernel32")]
    public static partial uint GetDriveTypeW(char* lpRootPathName);
}
