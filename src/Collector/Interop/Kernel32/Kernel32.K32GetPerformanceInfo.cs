using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Kernel32
{
    /// <remarks>https://learn.microsoft.com/windows/win32/api/psapi/nf-psapi-getperformanceinfo</remarks>
    [LibraryImport("kernel32", SetLastError = true)]
    public static partial int K32GetPerformanceInfo(PERFORMANCE_INFORMATION* pPerformanceInformation, uint cb);

    /// <remarks>https://learn.microsoft.com/windows/win32/api/psapi/ns-psapi-performance_information</remarks>
    public struct PERFORMANCE_INFORMATION
    {
        public uint cb;
        public nuint CommitTotal;
        public nuint CommitLimit;
        public nuint CommitPeak;
        public nuint PhysicalTotal;
        public nuint PhysicalAvailable;
        public nuint SystemCache;
        public nuint KernelTotal;
        public nuint KernelPaged;
        public nuint KernelNonpaged;
        public nuint PageSize;
        public uint HandleCount;
        public uint ProcessCount;
        public uint ThreadCount;
    }
}
