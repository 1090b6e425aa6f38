using System.Buffers.Text;

namespace Collector.Sources.Linux;

/// <summary>Counts processes, threads and users.</summary>
internal sealed class SystemTotalsSource(SourceContext context) : INativeSource<SystemTotals>
{
    private readonly ProcessTable _processes = ProcessTable.Of(context);
    private readonly LoggedOnUsers _users = new(context);
    private SystemTotals _row;

    public ReadOnlySpan<SystemTotals> Read(out Fault fault)
    {
        int processes = _processes.List(out fault).Length;
        if (!fault.IsNone)
        {
            return default;
        }

        _row = new()
        {
            Processes = (ulong)processes,
            Threads = Threads(context.File("/proc/loadavg").Read(out _)),
            Users = _users.Count(),
        };
        return new(ref _row);
    }

    public ReadOnlySpan<byte> Key(int row) => default;

    public string Name(int row) => "";

    /// <summary>What stands behind the slash in <c>0.20 0.18 0.12 1/80 11206</c>: the kernel's count of threads.</summary>
    internal static ulong? Threads(ReadOnlySpan<byte> loadavg)
    {
        int slash = loadavg.IndexOf((byte)'/');
        return slash >= 0 && Utf8Parser.TryParse(loadavg[(slash + 1)..], out ulong threads, out _) ? threads : null;
    }
}
