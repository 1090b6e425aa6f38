namespace Collector.Interop;

internal static unsafe partial class Advapi32
{
    /// <remarks>https://learn.microsoft.com/windows/win32/api/winperf/ns-winperf-perf_data_block</remarks>
    public struct PERF_DATA_BLOCK
    {
        public fixed ushort Signature[4];
        public uint LittleEndian;
        public uint Version;
        public uint Revision;
        public uint TotalByteLength;
        public uint HeaderLength;
        public uint NumObjectTypes;
        public int DefaultObject;
        public fixed ushort SystemTime[8];
        public long PerfTime;
        public long PerfFreq;
        public long PerfTime100nSec;
        public uint SystemNameLength;
        public uint SystemNameOffset;
    }
}
