using Collector.Interop;

namespace Collector.Sources.Windows;

/// <summary>Finds its way in the list of processes that the kernel writes: each says where the next one stands.</summary>
internal static unsafe class ProcessEntry
{
    private const string Extension = ".exe";

    /// <summary>The process after another one; null after the last.</summary>
    public static Ntdll.SYSTEM_PROCESS_INFORMATION* Next(Ntdll.SYSTEM_PROCESS_INFORMATION* process) =>
        process->NextEntryOffset == 0
            ? null
            : (Ntdll.SYSTEM_PROCESS_INFORMATION*)((byte*)process + process->NextEntryOffset);

    /// <summary>The file name of a process's program; empty for the process that stands for idling.</summary>
    public static ReadOnlySpan<char> NameOf(Ntdll.SYSTEM_PROCESS_INFORMATION* process) =>
        new(process->ImageName.Buffer, process->ImageName.Length / sizeof(char));

    /// <summary>Whether a program has a name, of which people may have left out the <c>.exe</c>.</summary>
    public static bool IsCalled(Ntdll.SYSTEM_PROCESS_INFORMATION* process, ReadOnlySpan<char> wanted)
    {
        ReadOnlySpan<char> name = NameOf(process);
        return name.StartsWith(wanted, StringComparison.OrdinalIgnoreCase)
            && (name.Length == wanted.Length
                || name[wanted.Length..].Equals(Extension, StringComparison.OrdinalIgnoreCase));
    }

    public static ReadOnlySpan<Ntdll.SYSTEM_THREAD_INFORMATION> ThreadsOf(Ntdll.SYSTEM_PROCESS_INFORMATION* process) =>
        new(process + 1, (int)process->NumberOfThreads);

    /// <summary>Whether one of the threads runs, or is ready to.</summary>
    public static bool IsRunning(Ntdll.SYSTEM_PROCESS_INFORMATION* process)
    {
        foreach (ref readonly Ntdll.SYSTEM_THREAD_INFORMATION thread in ThreadsOf(process))
        {
            if (thread.ThreadState is Ntdll.StateRunning or Ntdll.StateReady or Ntdll.StateStandby or Ntdll.StateDeferredReady)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether all of the threads are suspended.</summary>
    public static bool IsStopped(Ntdll.SYSTEM_PROCESS_INFORMATION* process)
    {
        foreach (ref readonly Ntdll.SYSTEM_THREAD_INFORMATION thread in ThreadsOf(process))
        {
            if (thread.ThreadState != Ntdll.StateWaiting || thread.WaitReason != Ntdll.WaitReasonSuspended)
            {
                return false;
            }
        }

        return process->NumberOfThreads > 0;
    }
}
