namespace Collector.Interop;

internal static unsafe partial class Advapi32
{
    /// <remarks>https://learn.microsoft.com/windows/win32/api/winperf/ns-winperf-perf_counter_definition</remarks>
    public struct PERF_COUNTER_DEFINITION
    {
        public uint ByteLength;
        public uint CounterNameTitleIndex;
        public uint CounterNameTitle;
        public uint CounterHelpTitleIndex;
        public uint CounterHelpTitle;
        public int DefaultScale;
        public uint DetailLevel;
        public uint CounterType;
        public uint CounterSize;
        public uint CounterOffset;
    }
}
