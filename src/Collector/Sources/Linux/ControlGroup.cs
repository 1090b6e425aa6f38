namespace Collector.Sources.Linux;

/// <summary>Use and limits of a control group; times in microseconds. What its controllers do not tell is absent.</summary>
/// <remarks>https://docs.kernel.org/admin-guide/cgroup-v2.html</remarks>
[NativeRow]
internal struct ControlGroup
{
    public ulong? CpuUsage;
    public ulong? CpuUser;
    public ulong? CpuSystem;

    /// <summary>Processors; absent without a limit, as the other limits are.</summary>
    public double? CpuLimit;
    public ulong? CpuPeriods;
    public ulong? CpuThrottledPeriods;
    public ulong? CpuThrottled;
    public ulong? MemoryUsed;
    public ulong? MemoryLimit;
    public ulong? MemorySwap;
    public ulong? MemoryFile;
    public ulong? OomKills;
    public ulong? Processes;
    public ulong? ProcessesLimit;
    public ulong? ReadBytes;
    public ulong? WriteBytes;
}
