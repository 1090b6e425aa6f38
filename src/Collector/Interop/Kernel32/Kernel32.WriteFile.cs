using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Collector.Interop;

internal static unsafe partial class Kernel32
{
    /// <remarks>https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-writefile</remarks>
    [LibraryImport("kernel32", SetLastError = true)]
    public static partial int WriteFile(
        SafeFileHandle hFile, byte* lpBuffer, uint nNumberOfBytesToWrite, uint* lpNumberOfBytesWritten, void* lpOverlapped);

    /// <inheritdoc cref="WriteFile(SafeFileHandle, byte*, uint, uint*, void*)"/>
    [LibraryImport("kernel32", SetLastError = true)]
    public static partial int WriteFile(
        nint hFile, byte* lpBuffer, uint nNumberOfBytesToWrite, uint* lpNumberOfBytesWritten, OVERLAPPED* lpOverlapped);
}
