using System.Diagnostics;

namespace Collector.Scheduling;

/// <summary>The two clocks of the loop, in nanoseconds.</summary>
internal static class MonotonicClock
{
    private const long NanosecondsPerSecond = 1_000_000_000;

    /// <summary>What two readings of a clock are apart at most unless the process was held up between them.</summary>
    private const long Together = 1_000_000;

    private const int MostReadings = 5;

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

    /// <summary>Reads both clocks at one moment. A process that is held up between two readings would take it for a step of the wall clock.</summary>
    public static void Read(out long wall, out long monotonic)
    {
        long before = Nanoseconds;
        wall = WallNanoseconds;
        monotonic = Nanoseconds;
        for (int reading = 1; reading < MostReadings && monotonic - before > Together; reading++)
        {
            before = monotonic;
            wall = WallNanoseconds;
            monotonic = Nanoseconds;
        }
    }
}
