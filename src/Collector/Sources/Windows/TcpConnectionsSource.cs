using System.Runtime.Versioning;
using Collector.Interop;

namespace Collector.Sources.Windows;

/// <summary>Counts the connections by state. One that could be had for one family of addresses only is no count.</summary>
[SupportedOSPlatform("windows")]
internal sealed class TcpConnectionsSource(SourceContext context) : INativeSource<TcpConnections>
{
    /// <summary>One more than the highest state that has a count.</summary>
    private const int States = 12;

    private readonly TcpQuery _tcp = context.Shared(static context => new TcpQuery(context));
    private TcpConnections _row;

    public ReadOnlySpan<TcpConnections> Read(out Fault fault)
    {
        fault = _tcp.Refresh();
        if (!fault.IsNone)
        {
            return default;
        }

        Span<uint> counts = stackalloc uint[States];
        counts.Clear();
        foreach (ref readonly Iphlpapi.MIB_TCPROW_OWNER_PID connection in _tcp.V4)
        {
            Count(counts, connection.dwState);
        }

        foreach (ref readonly Iphlpapi.MIB_TCP6ROW_OWNER_PID connection in _tcp.V6)
        {
            Count(counts, connection.dwState);
        }

        _row = Convert(counts);
        return new(ref _row);
    }

    public ReadOnlySpan<byte> Key(int row) => default;

    public string Name(int row) => "";

    private static void Count(Span<uint> counts, uint state)
    {
        if (state < (uint)counts.Length)
        {
            counts[(int)state]++;
        }
    }

    /// <remarks>https://learn.microsoft.com/windows/win32/api/tcpmib/ne-tcpmib-mib_tcp_state</remarks>
    private static TcpConnections Convert(ReadOnlySpan<uint> counts) => new()
    {
        Close = counts[1],
        Listen = counts[(int)Iphlpapi.MIB_TCP_STATE_LISTEN],
        SynSent = counts[3],
        SynRecv = counts[4],
        Established = counts[5],
        FinWait1 = counts[6],
        FinWait2 = counts[7],
        CloseWait = counts[8],
        Closing = counts[9],
        LastAck = counts[10],
        TimeWait = counts[11],
    };
}
