namespace Collector.Interop;

internal static unsafe partial class Ntdll
{
    public const int SystemPerformanceInformation = 2;

    /// <summary>The structure up to the last field that all versions have; newer ones append to it.</summary>
    /// <remarks>https://www.geoffchappell.com/studies/windows/km/ntoskrnl/api/ex/sysinfo/performance.htm</remarks>
    public struct SYSTEM_PERFORMANCE_INFORMATION
    {
        public long IdleProcessTime;
        public long IoReadTransferCount;
        public long IoWriteTransferCount;
        public long IoOtherTransferCount;
        public uint IoReadOperationCount;
        public uint IoWriteOperationCount;
        public uint IoOtherOperationCount;
        public uint AvailablePages;
        public uint CommittedPages;
        public uint CommitLimit;
        public uint PeakCommitment;
        public uint PageFaultCount;
        public uint CopyOnWriteCount;
        public uint TransitionCount;
        public uint CacheTransitionCount;
        public uint DemandZeroCount;
        public uint PageReadCount;
        public uint PageReadIoCount;
        public uint CacheReadCount;
        public uint CacheIoCount;
        public uint DirtyPagesWriteCount;
        public uint DirtyWriteIoCount;
        public uint MappedPagesWriteCount;
        public uint MappedWriteIoCount;

        /// <summary>Pools and the file cache, from PagedPoolPages to CcDataPages.</summary>
        public fixed uint PoolsAndCache[46];

        public uint ContextSwitches;
        public uint FirstLevelTbFills;
        public uint SecondLevelTbFills;
        public uint SystemCalls;
    }
}
