namespace Collector.Sources.Linux;

/// <summary>The TCP sockets of a host, counted once in a tick for all who ask, and the ports that somebody listens on.</summary>
internal sealed class SocketTable(SourceContext context)
{
    private const int States = 12;
    private const int Ports = 65536;

    private readonly ulong[] _counts = new ulong[States];
    private readonly ulong[] _listening = new ulong[Ports / 64];
    private readonly SocketDump? _dump = context.IsForeign ? null : new();
    private long _tick = -1;
    private Fault _fault;

    public static SocketTable Of(SourceContext context) => context.Shared(static context => new SocketTable(context));

    /// <summary>Counts the sockets, unless that was done in this tick.</summary>
    public Fault Read()
    {
        if (_tick != context.Tick)
        {
            _tick = context.Tick;
            Clear();
            _fault = _dump is not null && _dump.TryRead(this) ? Fault.None : ReadText();
        }

        return _fault;
    }

    public ulong CountOf(TcpState state) => _counts[(int)state];

    public bool IsListening(int port) => ((_listening[port >> 6] >> (port & 63)) & 1) != 0;

    public void Add(int state, int port)
    {
        if (state < States)
        {
            _counts[state]++;
        }

        if (state == (int)TcpState.Listen)
        {
            _listening[port >> 6] |= 1ul << (port & 63);
        }
    }

    /// <summary>Forgets what was counted so far.</summary>
    public void Clear()
    {
        _counts.AsSpan().Clear();
        _listening.AsSpan().Clear();
    }

    /// <summary>The kernel's text takes it ten times as long; it serves where it gives no dump, and for recorded hosts.</summary>
    private Fault ReadText()
    {
        Clear();
        ReadOnlySpan<byte> sockets = context.File("/proc/net/tcp").Read(out Fault fault);
        SocketText.Read(sockets, this);
        SocketText.Read(context.File("/proc/net/tcp6").Read(out _), this);
        return fault;
    }
}
