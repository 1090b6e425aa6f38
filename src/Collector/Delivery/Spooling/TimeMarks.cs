namespace Collector.Delivery;

/// <summary>Remembers what position the log had when, for as long as a window is wide.</summary>
/// <param name="window">The window, in milliseconds.</param>
internal sealed class TimeMarks(long window)
{
    private const int Capacity = 128;

    private readonly (long Time, long Position, long Stamp)[] _marks = new (long, long, long)[Capacity];
    private int _first;
    private int _count;

    /// <summary>Takes note of a moment, unless one that is much the same was noted already.</summary>
    /// <param name="time">Monotonic milliseconds.</param>
    /// <param name="position">The log's end, before what is appended then.</param>
    /// <param name="stamp">The time stamp of what is appended then.</param>
    public void Add(long time, long position, long stamp)
    {
        if (_count > 0 && time - At(_count - 1).Time < window / (Capacity - 2))
        {
            return;
        }

        if (_count == Capacity)
        {
            _first = (_first + 1) % Capacity;
            _count--;
        }

        _count++;
        At(_count - 1) = (time, position, stamp);
    }

    /// <summary>A position before which everything is older than the window.</summary>
    public long PositionBefore(long time)
    {
        int index = _count - 1;
        while (index > 0 && At(index).Time > time - window)
        {
            index--;
        }

        return index < 0 ? 0 : At(index).Position;
    }

    /// <summary>The time stamp of what lies at a position; null if that is older than all that is remembered.</summary>
    public long? StampAt(long position)
    {
        int index = _count - 1;
        while (index >= 0 && At(index).Position > position)
        {
            index--;
        }

        return index < 0 ? null : At(index).Stamp;
    }

    private ref (long Time, long Position, long Stamp) At(int index) => ref _marks[(_first + index) % Capacity];
}
