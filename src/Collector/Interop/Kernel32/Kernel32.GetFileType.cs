using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Kernel32
{
    public const uint FILE_TYPE_PIPE = 3;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-getfiletype</remarks>
    [LibraryImport("kernel32.dll", SetLastError = true)]
    public static partial uint GetFileType(nint hFile);
}
