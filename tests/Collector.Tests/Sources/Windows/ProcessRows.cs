using System.Runtime.InteropServices;
using Collector.Interop;

namespace Collector.Tests;

/// <summary>A list of processes as the kernel writes it: each with its threads behind it, and the way to the next.</summary>
internal sealed unsafe class ProcessRows : IDisposable
{
    private const int LongestName = 64;

    private readonly byte* _start = (byte*)NativeMemory.AllocZeroed(1 << 16);
    private byte* _end;
    private Ntdll.SYSTEM_PROCESS_INFORMATION* _last;

    public ProcessRows() => _end = _start;

    public Ntdll.SYSTEM_PROCESS_INFORMATION* First => _last is null ? null : (Ntdll.SYSTEM_PROCESS_INFORMATION*)_start;

    public void Dispose() => NativeMemory.Free(_start);

    /// <param name="id">Its id, of which the time of its creation is made too unless that is given.</param>
    /// <param name="name">Its program's file.</param>
    /// <param name="createTime">When it was created.</param>
    /// <param name="threads">State and reason for waiting of each of its threads.</param>
    public ProcessRows Add(int id, string name = "", long createTime = 0, params (uint State, uint Reason)[] threads)
    {
        Ntdll.SYSTEM_PROCESS_INFORMATION* process = (Ntdll.SYSTEM_PROCESS_INFORMATION*)_end;
        Ntdll.SYSTEM_THREAD_INFORMATION* thread = (Ntdll.SYSTEM_THREAD_INFORMATION*)(process + 1);
        process->UniqueProcessId = id;
        process->CreateTime = createTime == 0 ? id * 1000 : createTime;
        process->NumberOfThreads = (uint)threads.Length;
        foreach ((uint state, uint reason) in threads)
        {
            thread->ThreadState = state;
            thread->WaitReason = reason;
            thread++;
        }

        process->ImageName.Buffer = (char*)thread;
        process->ImageName.Length = (ushort)(name.Length * sizeof(char));
        name.CopyTo(new Span<char>(thread, LongestName));
        _end = (byte*)thread + (LongestName * sizeof(char));
        if (_last is not null)
        {
            _last->NextEntryOffset = (uint)((byte*)process - (byte*)_last);
        }

        _last = process;
        return this;
    }
}
