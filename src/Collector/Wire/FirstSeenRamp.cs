using System.Numerics;

namespace Collector.Wire;

/// <summary>
/// Lets new series out a few at a time: receivers that make a file for each are easily overrun by all of a host's at
/// once, and then lose points. A series that is out stays out.
/// </summary>
/// <param name="rate">New series a minute, those of all destinations together.</param>
/// <param name="interval">The time between two ticks: what the first one may let out.</param>
internal sealed class FirstSeenRamp(int rate, TimeSpan interval)
{
    private const double NanosecondsPerMinute = 60e9;

    private double _allowance;
    private long? _last;

    /// <summary>New series a minute.</summary>
    public int Rate => rate;

    /// <summary>How many series had a value in this tick that was not sent.</summary>
    public long Held { get; private set; }

    /// <summary>Starts a tick.</summary>
    /// <param name="nanoseconds">The time of a clock that is never set.</param>
    public void BeginTick(long nanoseconds)
    {
        double minutes = _last is long last ? (nanoseconds - last) / NanosecondsPerMinute : interval.TotalMinutes;

        // What was not used does not add up to a burst.
        _allowance = Math.Min(_allowance + (rate * minutes), Math.Max(1, rate));
        _last = nanoseconds;
        Held = 0;
    }

    /// <summary>Chooses which of the lines that wait may go out now, the first ones first.</summary>
    /// <param name="waiting">Lines that were never sent and have a value, a bit each.</param>
    public ulong Release(ulong waiting)
    {
        ulong released = 0;
        for (; waiting != 0 && _allowance >= 1; _allowance--)
        {
            ulong first = waiting & (~waiting + 1);
            released |= first;
            waiting ^= first;
        }

        Held += BitOperations.PopCount(waiting);
        return released;
    }
}
