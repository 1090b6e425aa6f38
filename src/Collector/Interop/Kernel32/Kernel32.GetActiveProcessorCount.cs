using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static partial class Kernel32
{
    /// <remarks>https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-getactiveprocessorcount</remarks>
    [LibraryImport("kernel32")]
    public static partial uint GetActiveProcessorCount(ushort GroupNumber);
}
