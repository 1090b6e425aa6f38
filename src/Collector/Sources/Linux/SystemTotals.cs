namespace Collector.Sources.Linux;

/// <summary>Counts over all programs of the host.</summary>
[NativeRow]
internal struct SystemTotals
{
    public ulong Processes;
    public ulong? Threads;

    /// <summary>Absent where the host keeps no record of who is logged on.</summary>
    public ulong? Users;
}
