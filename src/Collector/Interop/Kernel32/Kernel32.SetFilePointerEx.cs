using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Kernel32
{
    public const uint FILE_BEGIN = 0;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-setfilepointerex</remarks>
    [LibraryImport("kernel32", SetLastError = true)]
    public static partial int SetFilePointerEx(nint hFile, long liDistanceToMove, long* lpNewFilePointer, uint dwMoveMethod);
}
