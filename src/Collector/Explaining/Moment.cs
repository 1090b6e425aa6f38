using Collector.Scheduling;

namespace Collector.Explaining;

/// <summary>When something was read.</summary>
/// <param name="Seconds">In seconds since 1970.</param>
/// <param name="Nanoseconds">As a clock tells it that is never set.</param>
internal readonly record struct Moment(long Seconds, long Nanoseconds)
{
    public static Moment Now => new(DateTimeOffset.UtcNow.ToUnixTimeSeconds(), MonotonicClock.Nanoseconds);
}
