namespace Collector.Wire;

/// <summary>What is remembered of a counter to tell what it grew by. A counter keeps to one of the two types.</summary>
internal struct CounterBaseline
{
    /// <summary>A counter that is 0.0000001 lower lost a bit on its way through a subtraction; it did not start again.</summary>
    private const double Tolerance = 1e-6;

    private const double NanosecondsPerSecond = 1e9;

    public ulong Whole;
    public double Number;
    public bool IsKnown;
    private long _time;
    private double _growth;
    private double _seconds;

    /// <summary>The growth in a second; NaN if the counter is new or started again, or after a gap.</summary>
    public readonly double Rate => _seconds > 0 ? _growth / _seconds : double.NaN;

    /// <summary>What it has grown by since it was there last; NaN if it is new or started again, or after a gap. The same all through a tick.</summary>
    /// <param name="value">What it is now.</param>
    /// <param name="now">The time of the tick in nanoseconds, by a clock that nobody sets.</param>
    /// <param name="since">What was read before this is no baseline.</param>
    public double Grow(ulong value, long now, long since)
    {
        if (Begin(now, since))
        {
            _growth = IsKnown && value >= Whole ? value - Whole : double.NaN;
            Whole = value;
            IsKnown = true;
        }

        return _growth;
    }

    /// <inheritdoc cref="Grow(ulong, long, long)"/>
    public double Grow(double value, long now, long since)
    {
        if (Begin(now, since))
        {
            _growth = IsKnown && value >= Number - Tolerance ? Math.Max(0, value - Number) : double.NaN;
            Number = value;
            IsKnown = double.IsFinite(value);
        }

        return _growth;
    }

    private bool Begin(long now, long since)
    {
        bool isNew = !IsKnown || now != _time;
        IsKnown &= _time >= since;
        _seconds = isNew ? (now - _time) / NanosecondsPerSecond : _seconds;
        _time = now;
        return isNew;
    }
}
