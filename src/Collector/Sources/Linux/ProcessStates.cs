namespace Collector.Sources.Linux;

/// <summary>How many processes are in each state.</summary>
[NativeRow]
internal struct ProcessStates
{
    public ulong Total;
    public ulong Running;
    public ulong Sleeping;
    public ulong Blocked;
    public ulong Stopped;
    public ulong Zombies;
    public ulong Paging;
    public ulong Idle;
}
