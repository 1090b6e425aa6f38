using System.Globalization;
using System.Text;

namespace Collector.Sources.Linux;

/// <summary>Looks whether somebody listens on each port that the configuration names, on any address.</summary>
internal sealed class NamedPortsSource : INativeSource<NamedPorts>
{
    private const string Udp = "udp:";

    private readonly SourceContext _context;
    private readonly SocketTable _sockets;
    private readonly IReadOnlyList<string> _names;
    private readonly byte[][] _keys;
    private readonly int[] _ports;
    private readonly bool[] _isUdp;
    private readonly NamedPorts[] _rows;

    public NamedPortsSource(SourceContext context)
    {
        _context = context;
        _sockets = SocketTable.Of(context);
        _names = context.Targets.Ports;
        _keys = [.. _names.Select(Encoding.UTF8.GetBytes)];
        _isUdp = [.. _names.Select(name => name.StartsWith(Udp, StringComparison.OrdinalIgnoreCase))];
        _ports = [.. _names.Select(name => ushort.Parse(name.AsSpan(name.IndexOf(':') + 1), CultureInfo.InvariantCulture))];
        _rows = new NamedPorts[_names.Count];
    }

    public ReadOnlySpan<NamedPorts> Read(out Fault fault)
    {
        fault = Fault.None;
        if (_isUdp.Contains(false))
        {
            fault = _sockets.Read();
        }

        ReadOnlySpan<byte> udp = default;
        ReadOnlySpan<byte> udp6 = default;
        if (_isUdp.Contains(true) && fault.IsNone)
        {
            udp = _context.File("/proc/net/udp").Read(out fault);
            udp6 = _context.File("/proc/net/udp6").Read(out _);
        }

        if (!fault.IsNone)
        {
            return default;
        }

        for (int index = 0; index < _rows.Length; index++)
        {
            int port = _ports[index];
            bool isListening = _isUdp[index]
                ? SocketText.HasUdpPort(udp, port) || SocketText.HasUdpPort(udp6, port)
                : _sockets.IsListening(port);
            _rows[index].Listening = isListening ? 1u : 0u;
        }

        return _rows;
    }

    public ReadOnlySpan<byte> Key(int row) => _keys[row];

    public string Name(int row) => _names[row];
}
