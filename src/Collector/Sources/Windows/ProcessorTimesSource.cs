using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Collector.Interop;

namespace Collector.Sources.Windows;

/// <summary>Reads the times of all logical processors.</summary>
[SupportedOSPlatform("windows")]
internal sealed class ProcessorTimesSource(SourceContext context) : INativeSource<ProcessorTimes>
{
    private readonly ProcessorQuery _processors = context.Shared(static context => new ProcessorQuery(context));
    private ProcessorTimes[] _rows = new ProcessorTimes[Environment.ProcessorCount];

    public ReadOnlySpan<ProcessorTimes> Read(out Fault fault)
    {
        fault = _processors.Refresh();
        int count = _processors.Processors.Length;
        if (_rows.Length < count)
        {
            _rows = new ProcessorTimes[count];
        }

        bool isCounting = _processors.Interrupts is not null;
        for (int row = 0; row < count; row++)
        {
            ref readonly Ntdll.SYSTEM_PROCESSOR_PERFORMANCE_INFORMATION times = ref _processors.Processors[row];
            _rows[row] = new()
            {
                Number = _processors.Numbers[row],
                IdleTime = (ulong)times.IdleTime,
                KernelTime = (ulong)times.KernelTime,
                UserTime = (ulong)times.UserTime,
                InterruptTime = isCounting ? (ulong)times.InterruptTime : null,
                DpcTime = isCounting ? (ulong)times.DpcTime : null,
            };
        }

        return _rows.AsSpan(0, count);
    }

    public ReadOnlySpan<byte> Key(int row) => MemoryMarshal.AsBytes(new ReadOnlySpan<int>(in _rows[row].Number));

    public string Name(int row) => _rows[row].Number.ToString(CultureInfo.InvariantCulture);
}
