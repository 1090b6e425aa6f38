using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Collector.Interop;

namespace Collector.Sources.Windows;

/// <summary>Asks the power manager for the clocks of the processors.</summary>
/// <remarks>
/// It numbers them within their group, and does not say which group that is: with more than one (more than 64
/// processors) there are no rows.
/// </remarks>
[SupportedOSPlatform("windows")]
internal sealed unsafe class ProcessorFrequenciesSource : INativeSource<ProcessorFrequencies>
{
    private Powrprof.PROCESSOR_POWER_INFORMATION[] _processors = [];
    private ProcessorFrequencies[] _rows = [];

    public ReadOnlySpan<ProcessorFrequencies> Read(out Fault fault)
    {
        fault = Fault.None;
        if (Kernel32.GetActiveProcessorGroupCount() > 1)
        {
            return default;
        }

        int processors = (int)Kernel32.GetActiveProcessorCount(0);
        if (_rows.Length != processors)
        {
            _processors = new Powrprof.PROCESSOR_POWER_INFORMATION[processors];
            _rows = new ProcessorFrequencies[processors];
        }

        _processors.AsSpan().Clear();
        int status;
        fixed (void* result = _processors)
        {
            uint size = (uint)(processors * sizeof(Powrprof.PROCESSOR_POWER_INFORMATION));
            status = Powrprof.CallNtPowerInformation(Powrprof.ProcessorInformation, null, 0, result, size);
        }

        fault = SystemStatus.FaultOf("CallNtPowerInformation", status);
        return fault.IsNone ? Take() : default;
    }

    public ReadOnlySpan<byte> Key(int row) => MemoryMarshal.AsBytes(new ReadOnlySpan<int>(in _rows[row].Number));

    public string Name(int row) => _rows[row].Number.ToString(CultureInfo.InvariantCulture);

    private ReadOnlySpan<ProcessorFrequencies> Take()
    {
        int count = 0;
        foreach (ref readonly Powrprof.PROCESSOR_POWER_INFORMATION processor in _processors.AsSpan())
        {
            // A virtual processor may have no clock of its own.
            if (processor.CurrentMhz != 0)
            {
                _rows[count++] = new() { Number = (int)processor.Number, CurrentMegahertz = processor.CurrentMhz };
            }
        }

        return _rows.AsSpan(0, count);
    }
}
