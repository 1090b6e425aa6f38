using System.Runtime.Versioning;

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

        _row = ProcessStates.Count(_processes.First);
        return new(ref _row);
    }

    public ReadOnlySpan<byte> Key(int row) => default;

    public string Name(int row) => "";
}
