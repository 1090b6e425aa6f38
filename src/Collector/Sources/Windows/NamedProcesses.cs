namespace Collector.Sources.Windows;

/// <summary>The processes of one name together.</summary>
[NativeRow]
internal struct NamedProcesses
{
    public ulong Count;

    /// <summary>Used by those that run now: what ended takes its share along.</summary>
    public double CpuSeconds;

    public ulong WorkingSetBytes;
    public ulong Threads;
    public ulong Handles;
}
