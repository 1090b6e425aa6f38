namespace Collector.Sources.Linux;

/// <summary>All processes of one name together.</summary>
[NativeRow]
internal struct NamedProcesses
{
    public ulong Count;
    public double CpuSeconds;
    public ulong WorkingSetBytes;
    public ulong Threads;

    /// <summary>Open files; absent where the collector may not look.</summary>
    public ulong? Handles;
}
