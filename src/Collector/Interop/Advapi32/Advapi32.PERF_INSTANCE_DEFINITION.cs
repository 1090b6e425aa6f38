namespace Collector.Interop;

internal static unsafe partial class Advapi32
{
    /// <summary>The value of <see cref="PERF_INSTANCE_DEFINITION.UniqueID"/> of an instance that has a name instead.</summary>
    public const int PERF_NO_UNIQUE_ID = -1;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/winperf/ns-winperf-perf_instance_definition</remarks>
    public struct PERF_INSTANCE_DEFINITION
    {
        public uint ByteLength;
        public uint ParentObjectTitleIndex;
        public uint ParentObjectInstance;
        public int UniqueID;
        public uint NameOffset;
        public uint NameLength;
    }
}
