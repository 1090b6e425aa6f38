namespace Collector.Sources.Windows;

/// <summary>What one network interface has carried.</summary>
[NativeRow]
internal struct NetworkInterfaces
{
    public ulong OutOctets;
    public ulong InOctets;
    public ulong OutUcastPkts;
    public ulong OutNUcastPkts;
    public ulong InUcastPkts;
    public ulong InNUcastPkts;
    public ulong InErrors;
    public ulong OutErrors;
    public ulong InDiscards;
    public ulong OutDiscards;

    /// <summary>1 if it can carry packets, 0 if not.</summary>
    public uint Up;

    /// <summary>What it can send at most; absent where it does not know.</summary>
    public ulong? BitsPerSecond;
}
