namespace Collector.Sources;

/// <summary>What the collector knows of its own work.</summary>
[NativeRow]
internal struct SelfCounters
{
    public double TickSeconds;
    public ulong AllocatedBytes;
    public ulong Lines;
    public ulong Bytes;
    public ulong Dropped;
    public ulong Waiting;
    public double WaitingSeconds;
    public ulong SpooledBytes;
    public double AcknowledgedLag;
    public ulong Resent;
    public ulong Reconnects;
    public ulong LastError;
    public ulong FailedGroups;
    public ulong MissedTicks;
    public double GapSeconds;
}
