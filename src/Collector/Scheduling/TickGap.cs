namespace Collector.Scheduling;

/// <summary>What lies between a tick and the one before it, beyond an interval.</summary>
/// <param name="MissedTicks">How many ticks there should have been and were not.</param>
/// <param name="Nanoseconds">The time that passed without a tick beyond an interval; 0 if none was missed.</param>
/// <param name="HasStep">Whether the wall clock was set meanwhile.</param>
internal readonly record struct TickGap(long MissedTicks, long Nanoseconds, bool HasStep)
{
    /// <summary>Whether the tick follows its predecessor as it should: what counters grew by meanwhile is an interval's.</summary>
    public bool IsNone => MissedTicks == 0 && !HasStep;
}
