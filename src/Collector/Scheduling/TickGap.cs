namespace Collector.Scheduling;

/// <summary>What lies between a tick and the one before it, beyond an interval.</summary>
/// <param name="MissedTicks">How many ticks there should have been and were not.</param>
/// <param name="Nanoseconds">The time that passed without a tick beyond an interval; 0 if none was missed.</param>
/// <param name="HasStep">Whether the wall clock was set meanwhile.</param>
internal readonly record struct TickGap(long MissedTicks, long Nanoseconds, bool HasStep)
{
    private const long NanosecondsPerSecond = 1_000_000_000;

    /// <summary>
    /// Whether it is a hole in the series: no rate goes across it. Stamps are whole seconds; ticks of less that are missed
    /// in between leave none.
    /// </summary>
    public bool IsHole => HasStep || Nanoseconds >= NanosecondsPerSecond;
}
