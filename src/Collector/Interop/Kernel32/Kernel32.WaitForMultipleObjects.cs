using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Kernel32
{
    public const uint WAIT_OBJECT_0 = 0;
    public const uint MAXIMUM_WAIT_OBJECTS = 64;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-waitformultipleobjects</remarks>
    [LibraryImport("kernel32", SetLastError = true)]
    public static partial uint WaitForMultipleObjects(uint nCount, nint* lpHandles, int bWaitAll, uint dwMilliseconds);
}
