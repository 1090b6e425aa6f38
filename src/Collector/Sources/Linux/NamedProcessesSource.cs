using System.Text;

namespace Collector.Sources.Linux;

/// <summary>Adds up the processes of each name that the configuration has: the name that <c>ps</c> shows, or the executable's.</summary>
internal sealed class NamedProcessesSource : INativeSource<NamedProcesses>
{
    private const int LongestPath = 4096;

    private readonly ProcessTable _processes;
    private readonly OpenFiles _openFiles;
    private readonly IReadOnlyList<string> _names;
    private readonly byte[][] _keys;
    private readonly NamedProcesses[] _rows;
    private readonly double _secondsPerTick;
    private readonly ulong _pageSize;

    public NamedProcessesSource(SourceContext context)
    {
        _processes = ProcessTable.Of(context);
        _openFiles = new(context);
        _names = context.Targets.Processes;
        _keys = [.. _names.Select(Encoding.UTF8.GetBytes)];
        _rows = new NamedProcesses[_names.Count];
        _secondsPerTick = 1 / context.ClockTicks;
        _pageSize = context.IsForeign ? 4096u : (ulong)Environment.SystemPageSize;
    }

    public ReadOnlySpan<NamedProcesses> Read(out Fault fault)
    {
        ReadOnlySpan<ProcessEntry> processes = _processes.Scan(out fault);
        if (!fault.IsNone)
        {
            return default;
        }

        _rows.AsSpan().Fill(new() { Handles = 0 });
        foreach (ProcessEntry process in processes)
        {
            if (!process.IsMatched)
            {
                Match(process);
            }

            if (process.NamedByName >= 0)
            {
                Add(process, ref _rows[process.NamedByName]);
            }

            if (process.NamedByProgram >= 0 && process.NamedByProgram != process.NamedByName)
            {
                Add(process, ref _rows[process.NamedByProgram]);
            }
        }

        return _rows;
    }

    public ReadOnlySpan<byte> Key(int row) => _keys[row];

    public string Name(int row) => _names[row];

    /// <summary>Once in a process's life, or when it changes its name.</summary>
    private void Match(ProcessEntry process)
    {
        Span<byte> buffer = stackalloc byte[LongestPath];
        process.NamedByName = IndexOf(process.Name);
        process.NamedByProgram = IndexOf(ProgramName.Of(_processes.Descriptor, process.Id, buffer));
        process.IsMatched = true;
    }

    private int IndexOf(ReadOnlySpan<byte> name)
    {
        for (int index = 0; index < _keys.Length; index++)
        {
            if (name.SequenceEqual(_keys[index]))
            {
                return index;
            }
        }

        return -1;
    }

    private void Add(ProcessEntry process, ref NamedProcesses row)
    {
        row.Count++;
        row.CpuSeconds += process.ProcessorTicks * _secondsPerTick;
        row.WorkingSetBytes += process.ResidentPages * _pageSize;
        row.Threads += process.Threads;
        row.Handles += _openFiles.Of(process.Id);
    }
}
