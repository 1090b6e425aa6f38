using System.Diagnostics;

namespace Collector.Scheduling;

/// <summary>The two clocks of the loop, in nanoseconds.</summary>
internal static class MonotonicClock
{
    private const long NanosecondsPerSecond = 1_000_000_000;

    /// <summary>Runs evenly and is never set; its zero means nothing.</summary>
    public static long Nanoseconds
    {
        get
        {
            (long seconds, long rest) = Math.DivRem(Stopwatch.GetTimestamp(), Stopwatch.Frequency);
            return (seconds * NanosecondsPerSecond) + (rest * NanosecondsPerSecond / Stopwatch.Frequency);
        }
    }

    /// <summary>The time of day since 1970, which may be set while we wait.</summary>
    public static long WallNanoseconds => (DateTime.UtcNow - DateTime.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick;
}
