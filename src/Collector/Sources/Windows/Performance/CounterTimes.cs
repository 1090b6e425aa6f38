using Collector.Interop;

namespace Collector.Sources.Windows.Performance;

/// <summary>What the clocks showed when the counters were read.</summary>
internal readonly struct CounterTimes(in Advapi32.PERF_DATA_BLOCK block, in Advapi32.PERF_OBJECT_TYPE found)
{
    private const ulong HundredNanosecondsPerSecond = 10_000_000;

    private readonly ulong _performance = (ulong)block.PerfTime;
    private readonly ulong _performanceFrequency = (ulong)Math.Max(1, block.PerfFreq);
    private readonly ulong _object = (ulong)found.PerfTime;
    private readonly ulong _objectFrequency = (ulong)Math.Max(1, found.PerfFreq);

    /// <summary>
    /// The clock's time. Steps of 100 ns are taken from the performance counter: the block's own go by the wall clock,
    /// which people and time servers set.
    /// </summary>
    public ulong Now(CounterClock clock) => clock switch
    {
        CounterClock.Performance => _performance,
        CounterClock.HundredNanoseconds => (ulong)((UInt128)_performance * HundredNanosecondsPerSecond / _performanceFrequency),
        CounterClock.Object => _object,
        _ => 0,
    };

    /// <summary>Its ticks in a second; 1 where there is none.</summary>
    public ulong Frequency(CounterClock clock) => clock switch
    {
        CounterClock.Performance => _performanceFrequency,
        CounterClock.HundredNanoseconds => HundredNanosecondsPerSecond,
        CounterClock.Object => _objectFrequency,
        _ => 1,
    };
}
