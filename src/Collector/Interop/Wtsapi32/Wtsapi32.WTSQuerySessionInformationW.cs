using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Wtsapi32
{
    public const int WTSUserName = 5;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/wtsapi32/nf-wtsapi32-wtsquerysessioninformationw</remarks>
    [LibraryImport("wtsapi32", SetLastError = true)]
    public static partial int WTSQuerySessionInformationW(
        nint hServer, uint SessionId, int WTSInfoClass, char** ppBuffer, uint* pBytesReturned);
}
