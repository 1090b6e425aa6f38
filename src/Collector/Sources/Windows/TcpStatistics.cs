namespace Collector.Sources.Windows;

/// <summary>What TCP has done since boot. The counts of 32 bits wrap.</summary>
[NativeRow]
internal struct TcpStatistics
{
    public uint ActiveOpens;
    public uint PassiveOpens;
    public uint AttemptFails;
    public uint EstabResets;
    public ulong InSegs;
    public ulong OutSegs;
    public uint RetransSegs;
    public uint InErrs;
    public uint OutRsts;
}
