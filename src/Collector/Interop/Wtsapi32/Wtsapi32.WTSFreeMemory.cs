using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Wtsapi32
{
    /// <remarks>https://learn.microsoft.com/windows/win32/api/wtsapi32/nf-wtsapi32-wtsfreememory</remarks>
    [LibraryImport("wtsapi32")]
    public static partial void WTSFreeMemory(void* pMemory);
}
