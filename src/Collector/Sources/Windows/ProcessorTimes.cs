namespace Collector.Sources.Windows;

/// <summary>Time one logical processor spent in each state since boot, in units of 100 ns.</summary>
[NativeRow]
internal struct ProcessorTimes
{
    /// <summary>Counts on over the processor groups, from 0.</summary>
    public int Number;

    public ulong IdleTime;

    /// <summary>Includes the other times but <see cref="UserTime"/>.</summary>
    public ulong KernelTime;

    public ulong UserTime;

    /// <summary>Absent where interrupts are not counted.</summary>
    public ulong? InterruptTime;

    /// <summary>Absent where interrupts are not counted.</summary>
    public ulong? DpcTime;
}
