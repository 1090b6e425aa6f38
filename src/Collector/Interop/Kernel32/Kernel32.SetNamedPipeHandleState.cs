using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Collector.Interop;

internal static unsafe partial class Kernel32
{
    public const uint PIPE_WAIT = 0;
    public const uint PIPE_NOWAIT = 1;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/namedpipeapi/nf-namedpipeapi-setnamedpipehandlestate</remarks>
    [LibraryImport("kernel32", SetLastError = true)]
    public static partial int SetNamedPipeHandleState(
        SafeFileHandle hNamedPipe, uint* lpMode, uint* lpMaxCollectionCount, uint* lpCollectDataTimeout);
}
