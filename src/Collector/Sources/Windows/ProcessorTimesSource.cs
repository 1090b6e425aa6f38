using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Collector.Interop;

namespace Collector.Sources.Windows;

/// <summary>Reads the times of all logical processors, group by group.</summary>
/// <remarks>A group has 64 processors at most, and the plain call sees only the group that its thread runs in.</remarks>
[SupportedOSPlatform("windows")]
internal sealed unsafe class ProcessorTimesSource : INativeSource<ProcessorTimes>
{
    private Ntdll.SYSTEM_PROCESSOR_PERFORMANCE_INFORMATION[] _times =
        new Ntdll.SYSTEM_PROCESSOR_PERFORMANCE_INFORMATION[Math.Max(64, Environment.ProcessorCount)];

    private ProcessorTimes[] _rows = new ProcessorTimes[Environment.ProcessorCount];
    private int _count;
    private int _nextNumber;
    private bool _lacksGroupCall;

    public ReadOnlySpan<ProcessorTimes> Read(out Fault fault)
    {
        _count = 0;
        _nextNumber = 0;
        fault = Fault.None;
        if (!_lacksGroupCall)
        {
            fault = ReadGroups();
        }

        if (_lacksGroupCall)
        {
            fault = ReadAll();
        }

        return _rows.AsSpan(0, _count);
    }

    public ReadOnlySpan<byte> Key(int row) => MemoryMarshal.AsBytes(new ReadOnlySpan<int>(in _rows[row].Number));

    public string Name(int row) => _rows[row].Number.ToString(CultureInfo.InvariantCulture);

    private Fault ReadGroups()
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
                return ReadAll();
            }

            if (status < 0)
            {
                fault = FaultOf("NtQuerySystemInformationEx", status);
                _nextNumber += (int)Kernel32.GetActiveProcessorCount(group);
                continue;
            }

            Take(count);
        }

        return fault;
    }

    private Fault ReadAll()
    {
        int status = Query(null, out int count);
        if (status < 0)
        {
            return FaultOf("NtQuerySystemInformation", status);
        }

        Take(count);
        return Fault.None;
    }

    /// <summary>Windows has words for its error codes, not for a status of the kernel's.</summary>
    private static Fault FaultOf(string call, int status) =>
        new(FaultKind.CallFailed, call, (int)Ntdll.RtlNtStatusToDosError(status));

    private int Query(ushort? group, out int count)
    {
        while (true)
        {
            int status = Query(group, out uint length);
            if (status != Ntdll.STATUS_INFO_LENGTH_MISMATCH || _times.Length > ushort.MaxValue)
            {
                count = (int)length / sizeof(Ntdll.SYSTEM_PROCESSOR_PERFORMANCE_INFORMATION);
                return status;
            }

            _times = new Ntdll.SYSTEM_PROCESSOR_PERFORMANCE_INFORMATION[_times.Length * 2];
        }
    }

    private int Query(ushort? group, out uint length)
    {
        const int Class = Ntdll.SystemProcessorPerformanceInformation;
        uint size = (uint)(_times.Length * sizeof(Ntdll.SYSTEM_PROCESSOR_PERFORMANCE_INFORMATION));
        uint returned = 0;
        int status;
        fixed (void* times = _times)
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
        if (_rows.Length < _count + count)
        {
            Array.Resize(ref _rows, _count + count);
        }

        foreach (ref readonly Ntdll.SYSTEM_PROCESSOR_PERFORMANCE_INFORMATION times in _times.AsSpan(0, count))
        {
            _rows[_count++] = new()
            {
                Number = _nextNumber++,
                IdleTime = (ulong)times.IdleTime,
                KernelTime = (ulong)times.KernelTime,
                UserTime = (ulong)times.UserTime,
            };
        }
    }
}
