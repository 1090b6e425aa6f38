namespace Collector.Sources.Linux;

/// <summary>Counts TCP sockets by state.</summary>
internal sealed class TcpConnectionsSource(SourceContext context) : INativeSource<TcpConnections>
{
    private readonly SocketTable _sockets = SocketTable.Of(context);
    private TcpConnections _row;

    public ReadOnlySpan<TcpConnections> Read(out Fault fault)
    {
        fault = _sockets.Read();
        if (!fault.IsNone)
        {
            return default;
        }

        _row = new()
        {
            Established = _sockets.CountOf(TcpState.Established),
            SynSent = _sockets.CountOf(TcpState.SynSent),
            SynRecv = _sockets.CountOf(TcpState.SynRecv),
            FinWait1 = _sockets.CountOf(TcpState.FinWait1),
            FinWait2 = _sockets.CountOf(TcpState.FinWait2),
            TimeWait = _sockets.CountOf(TcpState.TimeWait),
            Close = _sockets.CountOf(TcpState.Close),
            CloseWait = _sockets.CountOf(TcpState.CloseWait),
            LastAck = _sockets.CountOf(TcpState.LastAck),
            Listen = _sockets.CountOf(TcpState.Listen),
            Closing = _sockets.CountOf(TcpState.Closing),
        };
        return new(ref _row);
    }

    public ReadOnlySpan<byte> Key(int row) => default;

    public string Name(int row) => "";
}
