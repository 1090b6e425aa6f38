using System.Runtime.Versioning;
using Collector.Interop;

namespace Collector.Sources.Windows;

/// <summary>Counts the processes by what their threads do.</summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe class ProcessStatesSource(SourceContext context) : INativeSource<ProcessStates>
{
    private readonly ProcessList _processes = context.Shared(static context => new ProcessList(context));
    private ProcessStates _row;

    public ReadOnlySpan<ProcessStates> Read(out Fault fault)
    {
        fault = _processes.Refresh();
        if (!fault.IsNone)
        {
            return default;
        }

        uint total = 0, running = 0, stopped = 0;
        for (Ntdll.SYSTEM_PROCESS_INFORMATION* process = _processes.First; process is not null; process = ProcessList.Next(process))
        {
            // Id 0 is no process: its threads are the processors' idling.
            if (process->UniqueProcessId != 0)
            {
                total++;
                running += IsRunning(process) ? 1u : 0;
                stopped += IsStopped(process) ? 1u : 0;
            }
        }

        // The thread that asks runs while it asks: a list without any that runs has no states.
        bool isTold = running > 0;
        _row.Total = total;
        _row.Running = isTold ? running : null;
        _row.Stopped = isTold ? stopped : null;
        _row.Sleeping = isTold ? total - running - stopped : null;
        return new(ref _row);
    }

    public ReadOnlySpan<byte> Key(int row) => default;

    public string Name(int row) => "";

    private static bool IsRunning(Ntdll.SYSTEM_PROCESS_INFORMATION* process)
    {
        foreach (ref readonly Ntdll.SYSTEM_THREAD_INFORMATION thread in ProcessList.ThreadsOf(process))
        {
            if (thread.ThreadState is Ntdll.StateRunning or Ntdll.StateReady or Ntdll.StateStandby or Ntdll.StateDeferredReady)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsStopped(Ntdll.SYSTEM_PROCESS_INFORMATION* process)
    {
        foreach (ref readonly Ntdll.SYSTEM_THREAD_INFORMATION thread in ProcessList.ThreadsOf(process))
        {
            if (thread.ThreadState != Ntdll.StateWaiting || thread.WaitReason != Ntdll.WaitReasonSuspended)
            {
                return false;
            }
        }

        return process->NumberOfThreads > 0;
    }
}
