namespace Collector.Sources.Windows;

/// <summary>What UDP has done since boot. The counts of 32 bits wrap.</summary>
[NativeRow]
internal struct UdpStatistics
{
    public ulong InDatagrams;
    public ulong OutDatagrams;
    public uint NoPorts;
    public uint InErrors;

    /// <summary>Sockets that are bound now; absent if only they could not be had.</summary>
    public ulong? Sockets;
}
