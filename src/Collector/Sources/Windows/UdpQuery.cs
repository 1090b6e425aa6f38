using System.Runtime.Versioning;
using Collector.Interop;

namespace Collector.Sources.Windows;

/// <summary>All bound sockets of UDP.</summary>
[SupportedOSPlatform("windows")]
internal sealed class UdpQuery(SourceContext context) : SharedQuery(context)
{
    private readonly EndpointTable _v4 = new(isTcp: false, Iphlpapi.AF_INET);
    private readonly EndpointTable _v6 = new(isTcp: false, Iphlpapi.AF_INET6);

    public ReadOnlySpan<Iphlpapi.MIB_UDPROW_OWNER_PID> V4 => _v4.Rows<Iphlpapi.MIB_UDPROW_OWNER_PID>();

    public ReadOnlySpan<Iphlpapi.MIB_UDP6ROW_OWNER_PID> V6 => _v6.Rows<Iphlpapi.MIB_UDP6ROW_OWNER_PID>();

    protected override Fault Ask()
    {
        Fault fault = _v4.Refresh();
        Fault second = _v6.Refresh();
        return fault.IsNone ? second : fault;
    }
}
