using Collector.Interop;

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

    public static TcpConnections Count(
        ReadOnlySpan<Iphlpapi.MIB_TCPROW_OWNER_PID> v4, ReadOnlySpan<Iphlpapi.MIB_TCP6ROW_OWNER_PID> v6)
    {
        TcpConnections connections = default;
        foreach (ref readonly Iphlpapi.MIB_TCPROW_OWNER_PID connection in v4)
        {
            connections.Add(connection.dwState);
        }

        foreach (ref readonly Iphlpapi.MIB_TCP6ROW_OWNER_PID connection in v6)
        {
            connections.Add(connection.dwState);
        }

        return connections;
    }

    /// <remarks>https://learn.microsoft.com/windows/win32/api/tcpmib/ne-tcpmib-mib_tcp_state</remarks>
    private void Add(uint state)
    {
        switch (state)
        {
            case 1: Close++; break;
            case Iphlpapi.MIB_TCP_STATE_LISTEN: Listen++; break;
            case 3: SynSent++; break;
            case 4: SynRecv++; break;
            case 5: Established++; break;
            case 6: FinWait1++; break;
            case 7: FinWait2++; break;
            case 8: CloseWait++; break;
            case 9: Closing++; break;
            case 10: LastAck++; break;
            case 11: TimeWait++; break;
            default: break;
        }
    }
}
