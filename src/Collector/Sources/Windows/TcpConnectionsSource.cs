using System.Runtime.Versioning;

namespace Collector.Sources.Windows;

/// <summary>Counts the connections by state. One that could be had for one family of addresses only is no count.</summary>
[SupportedOSPlatform("windows")]
internal sealed class TcpConnectionsSource(SourceContext context) : INativeSource<TcpConnections>
{
    private readonly TcpQuery _tcp = context.Shared(static context => new TcpQuery(context));
    private TcpConnections _row;

    public ReadOnlySpan<TcpConnections> Read(out Fault fault)
    {
        fault = _tcp.Refresh();
        if (!fault.IsNone)
        {
            return default;
        }

        _row = TcpConnections.Count(_tcp.V4, _tcp.V6);
        return new(ref _row);
    }

    public ReadOnlySpan<byte> Key(int row) => default;

    public string Name(int row) => "";
}
