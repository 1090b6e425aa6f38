using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Pdh
{
    public const uint PDH_CSTATUS_VALID_DATA = 0;
    public const uint PDH_CSTATUS_NEW_DATA = 1;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/pdh/nf-pdh-pdhgetrawcountervalue</remarks>
    [LibraryImport("pdh")]
    public static partial uint PdhGetRawCounterValue(nint hCounter, uint* lpdwType, PDH_RAW_COUNTER* pValue);

    /// <remarks>https://learn.microsoft.com/windows/win32/api/pdh/ns-pdh-pdh_raw_counter</remarks>
    public struct PDH_RAW_COUNTER
    {
        public uint CStatus;
        public uint TimeStampLow;
        public uint TimeStampHigh;
        public long FirstValue;
        public long SecondValue;
        public uint MultiCount;
    }
}
