using System.Runtime.Versioning;
using Collector.Interop;

namespace Collector.Sources.Windows;

/// <summary>Gathers the counts of the system as a whole. A call that fails leaves out what it would have said.</summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe class SystemTotalsSource(SourceContext context) : INativeSource<SystemTotals>
{
    private readonly PerformanceQuery _performance = context.Shared(static context => new PerformanceQuery(context));
    private readonly ProcessorQuery _processors = context.Shared(static context => new ProcessorQuery(context));
    private readonly ProcessList _processes = context.Shared(static context => new ProcessList(context));
    private readonly MemoryQuery _memory = context.Shared(static context => new MemoryQuery(context));
    private readonly ProcessCreations _creations = new();
    private readonly UserSessions _sessions = new();
    private SystemTotals _row;
    private Fault _fault;

    public ReadOnlySpan<SystemTotals> Read(out Fault fault)
    {
        _row = default;
        _fault = Fault.None;
        if (IsDone(_performance.Refresh()) && _performance.IsCounting)
        {
            _row.ContextSwitches = _performance.Counters.ContextSwitches;
        }

        if (IsDone(_processors.Refresh()))
        {
            _row.Interrupts = _processors.Interrupts;
        }

        if (IsDone(_processes.Refresh()))
        {
            _creations.Compare(_processes.First);
            _row.ProcessesCreated = _creations.Total;
        }

        if (IsDone(_memory.Refresh()))
        {
            _row.Processes = _memory.Info.ProcessCount;
            _row.Threads = _memory.Info.ThreadCount;
            _row.Handles = _memory.Info.HandleCount;
        }

        if (IsDone(_sessions.Count(out uint? users)))
        {
            _row.Users = users;
        }

        if (IsDone(AskBootTime(out long bootTime)))
        {
            _row.BootTime = FileTime.ToUnixSeconds(bootTime);
        }

        fault = _fault;
        return new(ref _row);
    }

    public ReadOnlySpan<byte> Key(int row) => default;

    public string Name(int row) => "";

    /// <summary>Asked each time: Windows moves it when the clock is set.</summary>
    private static Fault AskBootTime(out long bootTime)
    {
        // Wine wants exactly this length.
        Ntdll.SYSTEM_TIMEOFDAY_INFORMATION time;
        uint length;
        int status = Ntdll.NtQuerySystemInformation(
            Ntdll.SystemTimeOfDayInformation, &time, (uint)sizeof(Ntdll.SYSTEM_TIMEOFDAY_INFORMATION), &length);
        bootTime = time.BootTime;
        return SystemStatus.FaultOf("NtQuerySystemInformation(SystemTimeOfDayInformation)", status);
    }

    /// <summary>Keeps the first fault.</summary>
    private bool IsDone(Fault fault)
    {
        if (_fault.IsNone)
        {
            _fault = fault;
        }

        return fault.IsNone;
    }
}
