using System.Globalization;
using System.Text;

namespace Collector.Sources.Linux;

/// <summary>Looks whether somebody listens on each port that the configuration names, on any address.</summary>
internal sealed class NamedPortsSource : INativeSource<NamedPorts>
{
    private const string Udp = "udp:";

    private readonly SourceContext _context;
    private readonly SocketTable _sockets;
    private readonly string[] _names;
    private readonly byte[][] _keys;
    private readonly int[] _ports;
    private readonly bool[] _isUdp;
    private readonly NamedPorts[] _rows;
    private readonly int[] _portOfRow;

    public NamedPortsSource(SourceContext context)
    {
        _context = context;
        _sockets = SocketTable.Of(context);
        _names = [.. context.Targets.Ports];
        _keys = Array.ConvertAll(_names, Encoding.UTF8.GetBytes);
        _isUdp = Array.ConvertAll(_names, static name => name.StartsWith(Udp, StringComparison.OrdinalIgnoreCase));
        _ports = Array.ConvertAll(_names, static name => (int)ushort.Parse(name.AsSpan(name.IndexOf(':') + 1), CultureInfo.InvariantCulture));
        _rows = new NamedPorts[_names.Length];
        _portOfRow = new int[_names.Length];
    }

    public ReadOnlySpan<NamedPorts> Read(out Fault fault)
    {
        fault = Fault.None;
        int count = 0;
        Fault tcpFault = _isUdp.Contains(false) ? _sockets.Read() : Fault.None;
        Fault udpFault = Fault.None;
        ReadOnlySpan<byte> udp = default;
        ReadOnlySpan<byte> udp6 = default;
        if (_isUdp.Contains(true))
        {
            udp = _context.File("/proc/net/udp").Read(out udpFault);
            udp6 = _context.File("/proc/net/udp6").Read(out _);
        }

        for (int index = 0; index < _ports.Length; index++)
        {
            Fault failure = _isUdp[index] ? udpFault : tcpFault;
            if (!failure.IsNone)
            {
                fault = failure;
                continue;
            }

            int port = _ports[index];
            bool isListening = _isUdp[index]
                ? SocketText.HasUdpPort(udp, port) || SocketText.HasUdpPort(udp6, port)
                : _sockets.IsListening(port);
            _portOfRow[count] = index;
            _rows[count++].Listening = isListening ? 1u : 0u;
        }

        return _rows.AsSpan(0, count);
    }

    public ReadOnlySpan<byte> Key(int row) => _keys[_portOfRow[row]];

    public string Name(int row) => _names[_portOfRow[row]];
}
