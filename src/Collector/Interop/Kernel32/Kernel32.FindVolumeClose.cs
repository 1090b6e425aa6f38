using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static partial class Kernel32
{
    /// <remarks>https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-findvolumeclose</remarks>
    [LibraryImport("kernel32")]
    public static partial int FindVolumeClose(nint hFindVolume);
}
