using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Collector.Interop;

namespace Collector.Sources.Windows;

/// <summary>Adds up the processes that the configuration names. The <c>.exe</c> may be left out.</summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe class NamedProcessesSource(SourceContext context) : INativeSource<NamedProcesses>
{
    private readonly ProcessList _processes = context.Shared(static context => new ProcessList(context));
    private readonly string[] _names = [.. context.Targets.Processes];
    private readonly NamedProcesses[] _rows = new NamedProcesses[context.Targets.Processes.Count];

    public ReadOnlySpan<NamedProcesses> Read(out Fault fault)
    {
        fault = _processes.Refresh();
        if (!fault.IsNone)
        {
            return default;
        }

        _rows.AsSpan().Clear();
        for (Ntdll.SYSTEM_PROCESS_INFORMATION* process = _processes.First; process is not null; process = ProcessEntry.Next(process))
        {
            for (int row = 0; row < _names.Length; row++)
            {
                if (ProcessEntry.IsCalled(process, _names[row]))
                {
                    Add(ref _rows[row], process);
                }
            }
        }

        return _rows;
    }

    public ReadOnlySpan<byte> Key(int row) => MemoryMarshal.AsBytes(_names[row].AsSpan());

    public string Name(int row) => _names[row];

    private static void Add(ref NamedProcesses row, Ntdll.SYSTEM_PROCESS_INFORMATION* process)
    {
        row.Count++;
        row.CpuSeconds += (process->UserTime + process->KernelTime) / (double)TimeSpan.TicksPerSecond;
        row.WorkingSetBytes += process->WorkingSetSize;
        row.Threads += process->NumberOfThreads;
        row.Handles += process->HandleCount;
    }
}
