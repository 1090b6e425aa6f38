using System.Buffers.Text;

namespace Collector.Sources.Linux;

/// <summary>Counts processes by state, by the rules of collectd's plugin "processes".</summary>
internal sealed class ProcessStatesSource(SourceContext context) : INativeSource<ProcessStates>
{
    private readonly ProcessTable _processes = ProcessTable.Of(context);
    private ProcessStates _row;

    public ReadOnlySpan<ProcessStates> Read(out Fault fault)
    {
        ReadOnlySpan<ProcessEntry> processes = _processes.Scan(out fault);
        if (!fault.IsNone)
        {
            return default;
        }

        _row = default;
        _row.Total = (ulong)processes.Length;
        foreach (ProcessEntry process in processes)
        {
            Count(process.State);
        }

        // Who looks at processes one by one finds hardly any of them running but itself; the kernel's own count is
        // of one moment. It counts threads.
        if (Running(context.File("/proc/stat").Read(out _)) is ulong running)
        {
            _row.Running = running;
        }

        return new(ref _row);
    }

    public ReadOnlySpan<byte> Key(int row) => default;

    public string Name(int row) => "";

    /// <summary>The line <c>procs_running</c> of /proc/stat.</summary>
    internal static ulong? Running(ReadOnlySpan<byte> stat)
    {
        ReadOnlySpan<byte> key = "\nprocs_running "u8;
        int place = stat.LastIndexOf(key);
        return place >= 0 && Utf8Parser.TryParse(stat[(place + key.Length)..], out ulong running, out _) ? running : null;
    }

    private void Count(byte state)
    {
        switch (state)
        {
            case (byte)'R':
                _row.Running++;
                break;
            case (byte)'S':
                _row.Sleeping++;
                break;
            case (byte)'D':
                _row.Blocked++;
                break;
            case (byte)'T' or (byte)'t':
                _row.Stopped++;
                break;
            case (byte)'Z':
                _row.Zombies++;
                break;
            case (byte)'W':
                _row.Paging++;
                break;
            case (byte)'I':
                _row.Idle++;
                break;
        }
    }
}
