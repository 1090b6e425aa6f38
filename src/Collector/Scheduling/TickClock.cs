namespace Collector.Scheduling;

/// <summary>
/// Says when to tick, and with which time stamp. Ticks stand at multiples of the interval on the wall clock; the waits
/// between them are measured by the monotonic clock. Pure: whoever asks brings both clocks' readings, in nanoseconds.
/// </summary>
/// <remarks>
/// No stamp comes twice, however the wall clock is set, and what was missed is not made up for. While a host sleeps the
/// monotonic clock stands still on Linux, where sleep looks as if the wall clock was set ahead, and goes on on Windows,
/// where it looks as if the process was held up.
/// </remarks>
/// <param name="interval">The time between two ticks.</param>
/// <param name="after">Ticked before this one, at another interval: the first stamp lies behind its last.</param>
internal sealed class TickClock(TimeSpan interval, TickClock? after = null)
{
    private const long NanosecondsPerSecond = 1_000_000_000;

    /// <summary>
    /// How far behind a boundary a wait aims. Where the wall clock is slewed, it runs up to 0.5 ms a second slower than
    /// the monotonic one; aimed at the boundary itself, each wait would then end a little before it, and be in vain.
    /// </summary>
    private const long Aim = 500_000;

    private readonly long _interval = interval.Ticks * TimeSpan.NanosecondsPerTick;
    private readonly UsedStamps _used = new(interval.Ticks * TimeSpan.NanosecondsPerTick);
    private readonly long _notBefore = after is { _hasTicked: true } ? after._lastBoundary + 1 : long.MinValue;
    private bool _hasTicked;
    private bool _hasStepped;
    private long _lastBoundary;
    private long _lastBoundaryMonotonic;
    private long _lastWall;
    private long _lastMonotonic;

    /// <summary>The time between two ticks.</summary>
    public TimeSpan Interval => interval;

    /// <summary>When to look again, on the monotonic clock.</summary>
    public long NextWake { get; private set; } = long.MinValue;

    /// <summary>How far the wall clock was set between the last look and the one before it, if by more than an interval; else 0.</summary>
    public long Step { get; private set; }

    /// <summary>The first stamp that will be used, in seconds since 1970, while the clock shows a time whose stamps are used up; else null.</summary>
    public long? GoesOnAt { get; private set; }

    /// <summary>What lay before the last tick.</summary>
    public TickGap Gap { get; private set; }

    /// <summary>The stamp to tick with now, in seconds since 1970; or null if it is too early.</summary>
    /// <param name="wall">The wall clock now.</param>
    /// <param name="monotonic">The monotonic clock now.</param>
    public long? Next(long wall, long monotonic)
    {
        Step = StepTo(wall, monotonic);
        _hasStepped |= Step != 0;
        _lastWall = wall;
        _lastMonotonic = monotonic;

        long boundary = wall - (wall % _interval);
        NextWake = monotonic + boundary + _interval - wall + Math.Min(Aim, _interval / 1000);

        // Without a step, the same again, or a clock that was set back a little across a boundary: it has had its tick.
        bool isOver = _hasTicked ? !_hasStepped && boundary <= _lastBoundary : IsTaken(boundary);
        long free = isOver ? boundary : _used.FirstFree(boundary);
        GoesOnAt = free != boundary ? free / NanosecondsPerSecond : null;
        if (isOver || free != boundary)
        {
            return null;
        }

        Take(boundary, monotonic - (wall - boundary));
        return boundary / NanosecondsPerSecond;
    }

    /// <summary>Whether the clock that ticked before this one used the boundary's stamp, or one behind it. One that was set back far is another matter.</summary>
    private bool IsTaken(long boundary) => boundary < _notBefore && boundary + _interval >= _notBefore;

    private long StepTo(long wall, long monotonic)
    {
        long step = _hasTicked ? wall - _lastWall - (monotonic - _lastMonotonic) : 0;
        return Math.Abs(step) > _interval ? step : 0;
    }

    /// <param name="boundary">What the stamp is, on the wall clock.</param>
    /// <param name="monotonic">When that was, on the monotonic clock.</param>
    private void Take(long boundary, long monotonic)
    {
        Gap = _hasTicked ? GapBefore(boundary, monotonic) : default;
        _used.Add(_hasTicked && !_hasStepped ? _lastBoundary : boundary, boundary);
        _lastBoundary = boundary;
        _lastBoundaryMonotonic = monotonic;
        _hasTicked = true;
        _hasStepped = false;
    }

    /// <summary>What passed is what the wall clock says, a sleep on Linux included, unless it was set back, which hides time.</summary>
    private TickGap GapBefore(long boundary, long monotonic)
    {
        long byWall = boundary - _lastBoundary;
        long byMonotonic = monotonic - _lastBoundaryMonotonic;
        long passed = byMonotonic - byWall > _interval / 2 ? byMonotonic : byWall;
        long missed = Math.Max(0, ((passed + (_interval / 2)) / _interval) - 1);
        return new(missed, missed == 0 ? 0 : passed - _interval, _hasStepped);
    }
}
