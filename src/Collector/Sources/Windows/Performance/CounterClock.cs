namespace Collector.Sources.Windows.Performance;

/// <summary>The clock whose ticks a performance counter counts.</summary>
internal enum CounterClock
{
    None,

    /// <summary>QueryPerformanceCounter.</summary>
    Performance,

    /// <summary>Steps of 100 ns.</summary>
    HundredNanoseconds,

    /// <summary>The one that the object brings along.</summary>
    Object,
}
