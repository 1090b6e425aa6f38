namespace Collector.Sources.Linux;

/// <summary>The files of one control group, kept open.</summary>
/// <param name="context">Where to read.</param>
/// <param name="folder">The group's folder.</param>
internal sealed class ControlGroupFiles(SourceContext context, string folder)
{
    private readonly byte[] _buffer = new byte[32768];
    private readonly KernelFile _cpuStat = new(context, folder + "/cpu.stat");
    private readonly KernelFile _cpuMax = new(context, folder + "/cpu.max", isLookedForOnce: true);
    private readonly KernelFile _memoryCurrent = new(context, folder + "/memory.current", isLookedForOnce: true);
    private readonly KernelFile _memoryMax = new(context, folder + "/memory.max", isLookedForOnce: true);
    private readonly KernelFile _memorySwap = new(context, folder + "/memory.swap.current", isLookedForOnce: true);
    private readonly KernelFile _memoryStat = new(context, folder + "/memory.stat", isLookedForOnce: true);
    private readonly KernelFile _memoryEvents = new(context, folder + "/memory.events", isLookedForOnce: true);
    private readonly KernelFile _pidsCurrent = new(context, folder + "/pids.current", isLookedForOnce: true);
    private readonly KernelFile _pidsMax = new(context, folder + "/pids.max", isLookedForOnce: true);
    private readonly KernelFile _ioStat = new(context, folder + "/io.stat", isLookedForOnce: true);

    /// <summary>Why the group as a whole could not be read; every group has a cpu.stat.</summary>
    public Fault Fault => _cpuStat.FaultOf();

    public ControlGroup Read()
    {
        ControlGroup group = default;
        ReadOnlySpan<byte> cpu = _cpuStat.Read(_buffer);
        group.CpuUsage = ControlGroupText.Value(cpu, "usage_usec"u8);
        group.CpuUser = ControlGroupText.Value(cpu, "user_usec"u8);
        group.CpuSystem = ControlGroupText.Value(cpu, "system_usec"u8);
        group.CpuPeriods = ControlGroupText.Value(cpu, "nr_periods"u8);
        group.CpuThrottledPeriods = ControlGroupText.Value(cpu, "nr_throttled"u8);
        group.CpuThrottled = ControlGroupText.Value(cpu, "throttled_usec"u8);
        group.CpuLimit = ControlGroupText.Processors(_cpuMax.Read(_buffer));
        ReadMemory(ref group);
        group.Processes = _pidsCurrent.ReadWhole();
        group.ProcessesLimit = _pidsMax.ReadWhole();
        ReadOnlySpan<byte> io = _ioStat.Read(_buffer);
        if (_ioStat.Error == 0)
        {
            group.ReadBytes = ControlGroupText.Sum(io, "rbytes="u8);
            group.WriteBytes = ControlGroupText.Sum(io, "wbytes="u8);
        }

        return group;
    }

    public void Close()
    {
        foreach (KernelFile file in (ReadOnlySpan<KernelFile>)[_cpuStat, _cpuMax, _memoryCurrent, _memoryMax, _memorySwap,
            _memoryStat, _memoryEvents, _pidsCurrent, _pidsMax, _ioStat])
        {
            file.Close();
        }
    }

    private void ReadMemory(ref ControlGroup group)
    {
        group.MemoryUsed = _memoryCurrent.ReadWhole();
        group.MemoryLimit = _memoryMax.ReadWhole();
        group.MemorySwap = _memorySwap.ReadWhole();
        group.MemoryFile = ControlGroupText.Value(_memoryStat.Read(_buffer), "file"u8);
        group.OomKills = ControlGroupText.Value(_memoryEvents.Read(_buffer), "oom_kill"u8);
    }
}
