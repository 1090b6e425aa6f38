namespace Collector.Delivery;

/// <summary>Which lines of a log were sent at least once, to tell those that are sent again from those that are new.</summary>
internal sealed class SentBefore
{
    private long _end;
    private long _aheadStart;
    private long _aheadEnd;

    /// <summary>A connection sent everything before <paramref name="back"/>, and what lies between the other two.</summary>
    public void Add(long back, long backEnd, long live)
    {
        _end = Math.Max(_end, back);
        if (live > backEnd)
        {
            _aheadStart = _aheadEnd > back ? Math.Min(_aheadStart, backEnd) : backEnd;
            _aheadEnd = live;
        }
    }

    /// <summary>How many of these lines, the first of which begins at a position, were sent before.</summary>
    public int CountIn(long position, ReadOnlySpan<byte> lines) =>
        Count(position, lines, position, Math.Min(_end, position + lines.Length))
        + Count(position, lines, Math.Max(Math.Max(position, _aheadStart), _end), Math.Min(_aheadEnd, position + lines.Length));

    private static int Count(long position, ReadOnlySpan<byte> lines, long from, long to) =>
        from < to ? lines[(int)(from - position)..(int)(to - position)].Count((byte)'\n') : 0;
}
