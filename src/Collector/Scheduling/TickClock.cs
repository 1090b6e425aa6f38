namespace Collector.Scheduling;

/// <summary>
/// Says when to tick, and with which time stamp. Ticks stand at multiples of the interval on the wall clock; the waits
/// between them are measured by the monotonic clock. Pure: whoever asks brings both clocks' readings, in nanoseconds.
/// </summary>
/// <param name="interval">The time between two ticks.</param>
internal sealed class TickClock(TimeSpan interval)
{
    private const long NanosecondsPerSecond = 1_000_000_000;

    /// <summary>
    /// How far behind a boundary a wait aims. Where the wall clock is slewed, it runs up to 0.5 ms a second slower than
    /// the monotonic one; aimed at the boundary itself, each wait would then end a little before it, and be in vain.
    /// </summary>
    private const long Aim = 500_000;

    private readonly long _interval = interval.Ticks * TimeSpan.NanosecondsPerTick;
    private long _lastBoundary = long.MinValue;
    private long _lastWall;
    private long _lastMonotonic;

    /// <summary>When to look again, on the monotonic clock.</summary>
    public long NextWake { get; private set; } = long.MinValue;

    /// <summary>The stamp to tick with now, in seconds since 1970; or null if it is too early.</summary>
    /// <param name="wall">The wall clock now.</param>
    /// <param name="monotonic">The monotonic clock now.</param>
    /// <param name="step">How far the wall clock was set since the last look, if by more than an interval; else 0.</param>
    public long? Next(long wall, long monotonic, out long step)
    {
        step = Step(wall, monotonic);
        _lastWall = wall;
        _lastMonotonic = monotonic;

        long boundary = wall - (wall % _interval);
        NextWake = monotonic + boundary + _interval - wall + Math.Min(Aim, _interval / 1000);

        // The same again, or a clock that was set back a little across a boundary: it has had its tick.
        if (boundary == _lastBoundary || (step == 0 && boundary < _lastBoundary))
        {
            return null;
        }

        _lastBoundary = boundary;
        return boundary / NanosecondsPerSecond;
    }

    private long Step(long wall, long monotonic)
    {
        if (_lastBoundary == long.MinValue)
        {
            return 0;
        }

        long step = wall - _lastWall - (monotonic - _lastMonotonic);
        return Math.Abs(step) > _interval ? step : 0;
    }
}
