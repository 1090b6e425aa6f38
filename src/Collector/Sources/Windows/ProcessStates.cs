using Collector.Interop;

namespace Collector.Sources.Windows;

/// <summary>How many processes are in each state. A state may be absent: Wine does not tell those of threads.</summary>
[NativeRow]
internal unsafe struct ProcessStates
{
    public ulong Total;

    /// <summary>With a thread that runs, or is ready to.</summary>
    public ulong? Running;

    /// <summary>All others.</summary>
    public ulong? Sleeping;

    /// <summary>With all threads suspended.</summary>
    public ulong? Stopped;

    /// <param name="process">The first of the list.</param>
    public static ProcessStates Count(Ntdll.SYSTEM_PROCESS_INFORMATION* process)
    {
        uint total = 0, running = 0, stopped = 0;
        for (; process is not null; process = ProcessEntry.Next(process))
        {
            // Id 0 is no process: its threads are the processors' idling.
            if (process->UniqueProcessId != 0)
            {
                total++;
                running += ProcessEntry.IsRunning(process) ? 1u : 0;
                stopped += ProcessEntry.IsStopped(process) ? 1u : 0;
            }
        }

        // The thread that asks runs while it asks: a list without any that runs has no states.
        return running == 0
            ? new() { Total = total }
            : new() { Total = total, Running = running, Stopped = stopped, Sleeping = total - running - stopped };
    }
}
