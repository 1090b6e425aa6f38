using System.Globalization;
using Collector.Logging;

namespace Collector.Scheduling;

/// <summary>Says in plain words when the clock was set and when ticks did not happen, and counts the ticks.</summary>
internal sealed class GapMonitor(Log log)
{
    private const long NanosecondsPerSecond = 1_000_000_000;

    /// <summary>A host that is always too slow for its interval says so now and then, not at every tick.</summary>
    private const long Pause = 60 * NanosecondsPerSecond;

    private bool _isSilent;
    private long? _lastReport;
    private long _unsaid;

    /// <summary>How many ticks did not happen, ever.</summary>
    public long MissedTicks { get; private set; }

    /// <summary>Takes what a look at the clocks brought.</summary>
    /// <param name="clock">It has looked.</param>
    /// <param name="hasTicked">Whether it is time for a tick.</param>
    /// <param name="now">The monotonic clock now.</param>
    public void Report(TickClock clock, bool hasTicked, long now)
    {
        long missed = hasTicked ? clock.Gap.MissedTicks : 0;
        MissedTicks += missed;
        if (clock.Step != 0)
        {
            log.Warning(Step(clock, missed));
            _isSilent = clock.GoesOnAt is not null;
        }
        else if (clock.GoesOnAt is long stamp && !_isSilent)
        {
            _isSilent = true;
            log.Warning($"the clock has come to a time whose stamps were sent before it was set back; {Silence(stamp)}");
        }
        else if (hasTicked && _isSilent)
        {
            _isSilent = false;
            log.Information($"the clock is past the time stamps that were sent, and they go on; {Missed(missed)}");
        }
        else if (missed > 0)
        {
            ReportLate(clock.Gap, now);
        }
    }

    /// <summary>What makes no hole is counted and not told.</summary>
    private void ReportLate(TickGap gap, long now)
    {
        _unsaid += gap.MissedTicks;
        if (!gap.IsHole || now - _lastReport < Pause)
        {
            return;
        }

        log.Warning($"the process, or the host, stood still or was too slow: a tick comes {Seconds(gap.Nanoseconds)} s late, and {Missed(_unsaid)}");
        _lastReport = now;
        _unsaid = 0;
    }

    private static string Step(TickClock clock, long missed)
    {
        string step = $"the clock was set {Seconds(Math.Abs(clock.Step))} s {(clock.Step > 0 ? "ahead, or the host slept" : "back")}";
        return clock.GoesOnAt is long stamp
            ? $"{step}, to a time whose stamps were sent; {Silence(stamp)}"
            : $"{step}; going on from the new time{(missed > 0 ? $", {Missed(missed)}" : "")}";
    }

    private static string Silence(long stamp) => $"nothing is sent until it is past them, at {Time(stamp)}";

    private static string Missed(long ticks) => ticks == 1 ? "1 tick did not happen" : $"{ticks} ticks did not happen";

    private static string Seconds(long nanoseconds) =>
        ((double)nanoseconds / NanosecondsPerSecond).ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>In the form of ISO 8601.</summary>
    private static string Time(long stamp) =>
        DateTimeOffset.FromUnixTimeSeconds(stamp).ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
