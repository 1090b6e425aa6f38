using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Collector.Interop;

internal static unsafe partial class Kernel32
{
    /// <remarks>https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-getnamedpipehandlestatew</remarks>
    [LibraryImport("kernel32", SetLastError = true)]
    public static partial int GetNamedPipeHandleStateW(
        SafeFileHandle hNamedPipe,
        uint* lpState,
        uint* lpCurInstances,
        uint* lpMaxCollectionCount,
        uint* lpCollectDataTimeout,
        char* lpUserName,
        uint nMaxUserNameSize);
}
