using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Collector.Interop;

internal static unsafe partial class Kernel32
{
    public const uint FILE_SHARE_READ = 1;
    public const uint FILE_SHARE_WRITE = 2;
    public const uint OPEN_EXISTING = 3;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-createfilew</remarks>
    [LibraryImport("kernel32", SetLastError = true)]
    public static partial SafeFileHandle CreateFileW(
        char* lpFileName,
        uint dwDesiredAccess,
        uint dwShareMode,
        nint lpSecurityAttributes,
        uint dwCreationDisposition,
        uint dwFlagsAndAttributes,
        nint hTemplateFile);
}
