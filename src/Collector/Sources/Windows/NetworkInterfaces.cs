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
}
