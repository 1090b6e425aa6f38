namespace Collector.Interop;

internal static unsafe partial class Advapi32
{
    /// <summary>The value of <see cref="PERF_OBJECT_TYPE.NumInstances"/> of an object that has one block of counters.</summary>
    public const int PERF_NO_INSTANCES = -1;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/winperf/ns-winperf-perf_object_type</remarks>
    public struct PERF_OBJECT_TYPE
    {
        public uint TotalByteLength;
        public uint DefinitionLength;
        public uint HeaderLength;
        public uint ObjectNameTitleIndex;
        public uint ObjectNameTitle;
        public uint ObjectHelpTitleIndex;
        public uint ObjectHelpTitle;
        public uint DetailLevel;
        public uint NumCounters;
        public int DefaultCounter;
        public int NumInstances;
        public uint CodePage;
        public long PerfTime;
        public long PerfFreq;
    }
}
