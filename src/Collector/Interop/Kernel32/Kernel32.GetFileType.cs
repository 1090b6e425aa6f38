using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Collector.Interop;

internal static unsafe partial class Kernel32
{
    public const uint FILE_TYPE_PIPE = 3;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-getfiletype</remarks>
    [LibraryImport("kernel32", SetLastError = true)]
    public static partial uint GetFileType(SafeFileHandle hFile);
}
