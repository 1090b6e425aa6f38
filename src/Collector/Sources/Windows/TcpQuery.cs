using System.Runtime.Versioning;
using Collector.Interop;

namespace Collector.Sources.Windows;

/// <summary>All connections and listening sockets of TCP.</summary>
[SupportedOSPlatform("windows")]
internal sealed class TcpQuery(SourceContext context) : SharedQuery(context)
{
    private readonly EndpointTable _v4 = new(isTcp: true, Iphlpapi.AF_INET);
    private readonly EndpointTable _v6 = new(isTcp: true, Iphlpapi.AF_INET6);

    public ReadOnlySpan<Iphlpapi.MIB_TCPROW_OWNER_PID> V4 => _v4.Rows<Iphlpapi.MIB_TCPROW_OWNER_PID>();

    public ReadOnlySpan<Iphlpapi.MIB_TCP6ROW_OWNER_PID> V6 => _v6.Rows<Iphlpapi.MIB_TCP6ROW_OWNER_PID>();

    protected override Fault Ask()
    {
        Fault fault = _v4.Refresh();
        Fault second = _v6.Refresh();
        return fault.IsNone ? second : fault;
    }
}
