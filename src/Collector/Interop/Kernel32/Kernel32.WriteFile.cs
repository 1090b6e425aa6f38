using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Kernel32
{
    /// <remarks>https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-writefile</remarks>
    [LibraryImport("kernel32.dll", SetLastError = true)]
    public static partial int WriteFile(
        nint hFile, byte* lpBuffer, uint nNumberOfBytesToWrite, uint* lpNumberOfBytesWritten, void* lpOverlapped);
}
