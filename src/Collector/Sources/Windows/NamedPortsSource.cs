using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Collector.Interop;

namespace Collector.Sources.Windows;

/// <summary>Looks for the ports that the configuration names among the sockets of IPv4 and IPv6.</summary>
[SupportedOSPlatform("windows")]
internal sealed class NamedPortsSource : INativeSource<NamedPorts>
{
    private const string Tcp = "tcp:";
    private const string Udp = "udp:";

    private readonly TcpQuery _tcp;
    private readonly UdpQuery _udp;

    /// <summary>TCP's ports first: if one protocol cannot be had, the rows of the other are not moved by it.</summary>
    private readonly string[] _names;

    private readonly ushort[] _numbers;
    private readonly NamedPorts[] _rows;
    private readonly int _tcpCount;
    private int _first;

    public NamedPortsSource(SourceContext context)
    {
        _tcp = context.Shared(static context => new TcpQuery(context));
        _udp = context.Shared(static context => new UdpQuery(context));
        IReadOnlyList<string> ports = context.Targets.Ports;
        string[] tcp = [.. ports.Where(static port => port.StartsWith(Tcp, StringComparison.Ordinal))];
        _names = [.. tcp, .. ports.Where(static port => port.StartsWith(Udp, StringComparison.Ordinal))];
        _numbers = Array.ConvertAll(_names, static name => NumberOf(name));
        _rows = new NamedPorts[_names.Length];
        _tcpCount = tcp.Length;
    }

    public ReadOnlySpan<NamedPorts> Read(out Fault fault)
    {
        // A table that nobody needs is not asked for.
        Fault tcp = _tcpCount > 0 ? _tcp.Refresh() : Fault.None;
        Fault udp = _tcpCount < _names.Length ? _udp.Refresh() : Fault.None;
        _rows.AsSpan().Clear();
        if (tcp.IsNone && _tcpCount > 0)
        {
            LookInTcp();
        }

        if (udp.IsNone && _tcpCount < _names.Length)
        {
            LookInUdp();
        }

        fault = tcp.IsNone ? udp : tcp;
        _first = tcp.IsNone ? 0 : _tcpCount;
        return _rows.AsSpan(_first..(udp.IsNone ? _names.Length : _tcpCount));
    }

    public ReadOnlySpan<byte> Key(int row) => MemoryMarshal.AsBytes(_names[_first + row].AsSpan());

    public string Name(int row) => _names[_first + row];

    private static ushort NumberOf(string name) =>
        ushort.Parse(name.AsSpan(Tcp.Length), NumberStyles.None, CultureInfo.InvariantCulture);

    private void LookInTcp()
    {
        foreach (ref readonly Iphlpapi.MIB_TCPROW_OWNER_PID socket in _tcp.V4)
        {
            if (socket.dwState == Iphlpapi.MIB_TCP_STATE_LISTEN)
            {
                Mark(0, _tcpCount, socket.dwLocalPort);
            }
        }

        foreach (ref readonly Iphlpapi.MIB_TCP6ROW_OWNER_PID socket in _tcp.V6)
        {
            if (socket.dwState == Iphlpapi.MIB_TCP_STATE_LISTEN)
            {
                Mark(0, _tcpCount, socket.dwLocalPort);
            }
        }
    }

    private void LookInUdp()
    {
        foreach (ref readonly Iphlpapi.MIB_UDPROW_OWNER_PID socket in _udp.V4)
        {
            Mark(_tcpCount, _names.Length, socket.dwLocalPort);
        }

        foreach (ref readonly Iphlpapi.MIB_UDP6ROW_OWNER_PID socket in _udp.V6)
        {
            Mark(_tcpCount, _names.Length, socket.dwLocalPort);
        }
    }

    /// <param name="from">The first port of the protocol.</param>
    /// <param name="to">The one after the last.</param>
    /// <param name="networkPort">In the order of the network, in the low 16 bits.</param>
    private void Mark(int from, int to, uint networkPort)
    {
        ushort number = BinaryPrimitives.ReverseEndianness((ushort)networkPort);
        for (int row = from; row < to; row++)
        {
            if (_numbers[row] == number)
            {
                _rows[row].Listening = 1;
            }
        }
    }
}
