using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Pdh
{
    public const uint PDH_MORE_DATA = 0x800007D2;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/pdh/nf-pdh-pdhgetrawcounterarrayw</remarks>
    [LibraryImport("pdh")]
    public static partial uint PdhGetRawCounterArrayW(
        nint hCounter, uint* lpdwBufferSize, uint* lpdwItemCount, PDH_RAW_COUNTER_ITEM_W* ItemBuffer);

    /// <remarks>https://learn.microsoft.com/windows/win32/api/pdh/ns-pdh-pdh_raw_counter_item_w</remarks>
    public struct PDH_RAW_COUNTER_ITEM_W
    {
        public char* szName;
        public PDH_RAW_COUNTER RawValue;
    }
}
