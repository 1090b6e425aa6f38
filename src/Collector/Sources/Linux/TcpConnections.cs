namespace Collector.Sources.Linux;

/// <summary>How many TCP sockets are in each state, IPv4 and IPv6 together.</summary>
[NativeRow]
internal struct TcpConnections
{
    public ulong Established;
    public ulong SynSent;
    public ulong SynRecv;
    public ulong FinWait1;
    public ulong FinWait2;
    public ulong TimeWait;
    public ulong Close;
    public ulong CloseWait;
    public ulong LastAck;
    public ulong Listen;
    public ulong Closing;
}
