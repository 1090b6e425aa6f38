namespace Collector.Sources.Windows;

/// <summary>How many processes are in each state. A state may be absent: Wine does not tell those of threads.</summary>
[NativeRow]
internal struct ProcessStates
{
    public ulong Total;

    /// <summary>With a thread that runs, or is ready to.</summary>
    public ulong? Running;

    /// <summary>All others.</summary>
    public ulong? Sleeping;

    /// <summary>With all threads suspended.</summary>
    public ulong? Stopped;
}
