using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Wtsapi32
{
    public const int WTSActive = 0;
    public const int WTSDisconnected = 4;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/wtsapi32/nf-wtsapi32-wtsenumeratesessionsw</remarks>
    [LibraryImport("wtsapi32", SetLastError = true)]
    public static partial int WTSEnumerateSessionsW(
        nint hServer, uint Reserved, uint Version, WTS_SESSION_INFOW** ppSessionInfo, uint* pCount);

    /// <remarks>https://learn.microsoft.com/windows/win32/api/wtsapi32/ns-wtsapi32-wts_session_infow</remarks>
    public struct WTS_SESSION_INFOW
    {
        public uint SessionId;
        public char* pWinStationName;
        public int State;
    }
}
