using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Pdh
{
    /// <remarks>https://learn.microsoft.com/windows/win32/api/pdh/nf-pdh-pdhgetcounterinfow</remarks>
    [LibraryImport("pdh")]
    public static partial uint PdhGetCounterInfoW(
        nint hCounter, byte bRetrieveExplainText, uint* pdwBufferSize, PDH_COUNTER_INFO_W* lpBuffer);

    /// <summary>The beginning of the struct: what follows is of no use here, and texts follow that.</summary>
    /// <remarks>https://learn.microsoft.com/windows/win32/api/pdh/ns-pdh-pdh_counter_info_w</remarks>
    public struct PDH_COUNTER_INFO_W
    {
        public uint dwLength;
        public uint dwType;
        public uint CVersion;
        public uint CStatus;
    }
}
