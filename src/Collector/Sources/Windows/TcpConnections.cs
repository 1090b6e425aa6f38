namespace Collector.Sources.Windows;

/// <summary>How many connections of TCP are in each state.</summary>
[NativeRow]
internal struct TcpConnections
{
    public uint Close;
    public uint Listen;
    public uint SynSent;
    public uint SynRecv;
    public uint Established;
    public uint FinWait1;
    public uint FinWait2;
    public uint CloseWait;
    public uint Closing;
    public uint LastAck;
    public uint TimeWait;
}
