using System.Runtime.Versioning;
using Collector.Interop;

namespace Collector.Sources.Windows;

/// <summary>Times and interrupts of all logical processors, asked for group by group.</summary>
/// <remarks>A group has 64 processors at most, and the plain call sees only the group that its thread runs in.</remarks>
[SupportedOSPlatform("windows")]
internal sealed unsafe class ProcessorQuery(SourceContext context) : SharedQuery(context)
{
    private const int MostProcessors = 1 << 16;

    private Ntdll.SYSTEM_PROCESSOR_PERFORMANCE_INFORMATION[] _times =
        new Ntdll.SYSTEM_PROCESSOR_PERFORMANCE_INFORMATION[Math.Max(64, Environment.ProcessorCount)];

    private int[] _numbers = new int[Environment.ProcessorCount];
    private int _count;
    private int _nextNumber;
    private bool _lacksGroupCall;

    public ReadOnlySpan<Ntdll.SYSTEM_PROCESSOR_PERFORMANCE_INFORMATION> Processors => _times.AsSpan(0, _count);

    /// <summary>The numbers of the processors, which count on over the groups, from 0.</summary>
    public ReadOnlySpan<int> Numbers => _numbers.AsSpan(0, _count);

    /// <summary>
    /// The interrupts that all of them served, or null where they are not counted, as in Wine. It wraps at 2^32, like
    /// each processor's own count.
    /// </summary>
    public uint? Interrupts { get; private set; }

    protected override Fault Ask()
    {
        _count = 0;
        _nextNumber = 0;
        Fault fault = Fault.None;
        if (!_lacksGroupCall)
        {
            fault = AskGroups();
        }

        if (_lacksGroupCall)
        {
            fault = AskAll();
        }

        Interrupts = fault.IsNone ? CountInterrupts() : null;
        return fault;
    }

    private Fault AskGroups()
    {
        Fault fault = Fault.None;
        ushort groups = Kernel32.GetActiveProcessorGroupCount();
        for (ushort group = 0; group < groups; group++)
        {
            int status = Query(group, out int count);
            if (status == Ntdll.STATUS_NOT_IMPLEMENTED)
            {
                _lacksGroupCall = true;
                return Fault.None;
            }

            if (status < 0 && groups == 1)
            {
                // The plain call sees all processors there are.
                return AskAll();
            }

            if (status < 0)
            {
                fault = SystemStatus.FaultOf("NtQuerySystemInformationEx", status);
                _nextNumber += (int)Kernel32.GetActiveProcessorCount(group);
                continue;
            }

            Take(count);
        }

        return fault;
    }

    private Fault AskAll()
    {
        int status = Query(null, out int count);
        if (status < 0)
        {
            return SystemStatus.FaultOf("NtQuerySystemInformation", status);
        }

        Take(count);
        return Fault.None;
    }

    /// <summary>Puts a group's processors behind those that are there already.</summary>
    private int Query(ushort? group, out int count)
    {
        while (true)
        {
            int status = Query(group, out uint length);
            if (status != Ntdll.STATUS_INFO_LENGTH_MISMATCH || _times.Length > MostProcessors)
            {
                count = (int)length / sizeof(Ntdll.SYSTEM_PROCESSOR_PERFORMANCE_INFORMATION);
                return status;
            }

            Array.Resize(ref _times, _times.Length * 2);
        }
    }

    private int Query(ushort? group, out uint length)
    {
        const int Class = Ntdll.SystemProcessorPerformanceInformation;
        Span<Ntdll.SYSTEM_PROCESSOR_PERFORMANCE_INFORMATION> free = _times.AsSpan(_count);
        uint size = (uint)(free.Length * sizeof(Ntdll.SYSTEM_PROCESSOR_PERFORMANCE_INFORMATION));
        uint returned = 0;
        int status;
        fixed (void* times = free)
        {
            if (group is ushort number)
            {
                status = Ntdll.NtQuerySystemInformationEx(Class, &number, sizeof(ushort), times, size, &returned);
            }
            else
            {
                status = Ntdll.NtQuerySystemInformation(Class, times, size, &returned);
            }
        }

        length = Math.Min(returned, size);
        return status;
    }

    private void Take(int count)
    {
        if (_numbers.Length < _count + count)
        {
            Array.Resize(ref _numbers, _count + count);
        }

        for (int taken = 0; taken < count; taken++)
        {
            _numbers[_count++] = _nextNumber++;
        }
    }

    private uint? CountInterrupts()
    {
        uint sum = 0;
        bool isCounted = false;
        foreach (ref readonly Ntdll.SYSTEM_PROCESSOR_PERFORMANCE_INFORMATION processor in Processors)
        {
            sum = unchecked(sum + processor.InterruptCount);
            isCounted |= processor.InterruptCount != 0;
        }

        return isCounted ? sum : null;
    }
}
