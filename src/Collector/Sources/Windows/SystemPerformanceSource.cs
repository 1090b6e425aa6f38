using System.Runtime.Versioning;
using Collector.Interop;

namespace Collector.Sources.Windows;

/// <summary>Reads the counts of page faults, and of the pages read and written for them.</summary>
[SupportedOSPlatform("windows")]
internal sealed class SystemPerformanceSource(SourceContext context) : INativeSource<SystemPerformance>
{
    private static readonly Fault s_notHere = Fault.NotHere("this host does not count page faults, as under Wine");

    private readonly PerformanceQuery _performance = context.Shared(static context => new PerformanceQuery(context));
    private SystemPerformance _row;

    public ReadOnlySpan<SystemPerformance> Read(out Fault fault)
    {
        fault = _performance.Refresh();
        if (fault.IsNone && !_performance.IsCounting)
        {
            fault = s_notHere;
        }

        if (!fault.IsNone)
        {
            return default;
        }

        ref readonly Ntdll.SYSTEM_PERFORMANCE_INFORMATION counters = ref _performance.Counters;
        _row.PageFaultCount = counters.PageFaultCount;
        _row.PageReadIoCount = counters.PageReadIoCount;
        _row.PageReadCount = counters.PageReadCount;

        // Two counts that wrap make a sum that wraps: it still says how many were written since the last tick.
        _row.PagesWrittenCount = unchecked(counters.DirtyPagesWriteCount + counters.MappedPagesWriteCount);
        return new(ref _row);
    }

    public ReadOnlySpan<byte> Key(int row) => default;

    public string Name(int row) => "";
}
