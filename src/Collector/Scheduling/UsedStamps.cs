namespace Collector.Scheduling;

/// <summary>
/// Remembers which time stamps were used, as ranges, so that none is used twice however the clock is set. There is room
/// for a few; beyond that the nearest two become one, and what lies between them counts as used.
/// </summary>
/// <param name="interval">The distance of two stamps; all numbers here are its multiples.</param>
internal sealed class UsedStamps(long interval)
{
    /// <summary>Each step of the clock to a time that it has not shown yet takes one.</summary>
    private const int MostRanges = 8;

    // In order, and apart from each other by more than an interval. One more than stays, for the moment before two are joined.
    private readonly long[] _first = new long[MostRanges + 1];
    private readonly long[] _last = new long[MostRanges + 1];
    private int _count;

    /// <summary>The stamp itself if it was not used, else the next one after it that was not.</summary>
    public long FirstFree(long stamp)
    {
        for (int range = 0; range < _count; range++)
        {
            if (stamp >= _first[range] && stamp <= _last[range])
            {
                return _last[range] + interval;
            }
        }

        return stamp;
    }

    /// <summary>Takes all stamps from <paramref name="first"/> to <paramref name="last"/> for used.</summary>
    public void Add(long first, long last)
    {
        int low = 0;
        while (low < _count && _last[low] < first - interval)
        {
            low++;
        }

        int high = low;
        for (; high < _count && _first[high] <= last + interval; high++)
        {
            first = Math.Min(first, _first[high]);
            last = Math.Max(last, _last[high]);
        }

        Replace(low, high, first, last);
        if (_count > MostRanges)
        {
            JoinNearest();
        }
    }

    /// <summary>Puts one range in the place of those from <paramref name="low"/> to before <paramref name="high"/>, which may be none.</summary>
    private void Replace(int low, int high, long first, long last)
    {
        Array.Copy(_first, high, _first, low + 1, _count - high);
        Array.Copy(_last, high, _last, low + 1, _count - high);
        _count += low + 1 - high;
        _first[low] = first;
        _last[low] = last;
    }

    private void JoinNearest()
    {
        int nearest = 0;
        for (int range = 1; range < _count - 1; range++)
        {
            nearest = _first[range + 1] - _last[range] < _first[nearest + 1] - _last[nearest] ? range : nearest;
        }

        Replace(nearest, nearest + 2, _first[nearest], _last[nearest + 1]);
    }
}
