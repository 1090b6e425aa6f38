namespace Collector.Delivery;

/// <summary>
/// What was sent of a line log, what was acknowledged, and what is next. Live lines go out at once; beside them a backlog
/// is sent from its oldest line on. Everything is kept until it was acknowledged, and for a while after that.
/// </summary>
/// <remarks>
/// In the log: <c>[… acknowledged | sent … _back | backlog … _backEnd | sent live … _live | live lines … end]</c>. Without
/// a backlog the two in the middle are one place.
/// </remarks>
internal sealed class Outbox
{
    /// <summary>No line is longer, or carbon would not read it.</summary>
    private const int LongestLine = 16 * 1024;

    private readonly LineLog _log;
    private readonly TimeMarks _marks;
    private readonly SentBefore _sentBefore = new();
    private byte[] _tail = [];
    private int _tailStart;
    private int _tailEnd;
    private long _back;
    private long _backEnd;
    private long _live;
    private long _released;
    private long _backLines;
    private long _liveLines;

    /// <summary>Lines that went for want of room after they were sent and before they were acknowledged.</summary>
    private long _uncertainLines;

    /// <param name="log">The lines.</param>
    /// <param name="window">How old acknowledged lines may be that are sent again, in milliseconds.</param>
    public Outbox(LineLog log, long window)
    {
        _log = log;
        _log.Dropping = Lose;
        _marks = new(window);
        Acknowledged = log.Recover();
        _back = Acknowledged;
        _backEnd = _live = _released = log.End;
        TakenLines = _backLines = log.CountLines(_back, _backEnd);
        _marks.Add(long.MinValue / 2, log.Start, log.StampNear(log.Start));
    }

    /// <summary>All before this position was acknowledged.</summary>
    public long Acknowledged { get; private set; }

    /// <summary>Lines that were there to deliver, ever.</summary>
    public long TakenLines { get; private set; }

    /// <summary>Lines that wait to be sent, those that are sent again among them.</summary>
    public long WaitingLines => _backLines + _liveLines;

    /// <summary>Lines that were sent, now or earlier, and do not wait to be sent for want of that.</summary>
    public long SentLines => TakenLines - DroppedLines - _liveLines - Count(Math.Max(_back, Acknowledged), _backEnd);

    /// <summary>Lines that were not acknowledged, whether they were sent or not.</summary>
    public long OwedLines => Count(Acknowledged, _log.End);

    /// <summary>Lines given up before they were acknowledged, ever.</summary>
    public long DroppedLines { get; private set; }

    /// <summary>Lines that were sent once more, ever.</summary>
    public long ResentLines { get; private set; }

    /// <summary>Bytes handed over, ever.</summary>
    public long SentBytes { get; private set; }

    public bool HasBacklog => _back < _backEnd;

    /// <summary>Whether live lines are there to be sent now.</summary>
    public bool HasLive => _live < _released;

    /// <summary>Whether live lines wait for their moment.</summary>
    public bool HasHeld => _released < _log.End;

    /// <summary>Whether the end of a line must follow before anything else is sent or the connection is closed.</summary>
    public bool HasTail => _tailStart < _tailEnd;

    /// <summary>The position before which everything was sent, now or earlier.</summary>
    public long Sent => HasBacklog ? _back : _live;

    /// <summary>Whether something that was sent was not acknowledged yet.</summary>
    public bool HasUnacknowledged => Sent > Acknowledged || (HasBacklog && _live > _backEnd);

    /// <summary>Takes a tick's lines; they are not sent before <see cref="Release"/>.</summary>
    public void Append(ReadOnlySpan<byte> bytes, int lines, long stamp, long now)
    {
        _marks.Add(now, _log.End, stamp);
        _log.Append(bytes, lines, stamp, now);
        _liveLines += lines;
        TakenLines += lines;
    }

    /// <summary>All that was taken may be sent.</summary>
    public void Release() => _released = _log.End;

    /// <summary>A line that an earlier connection took in part is whole in what is sent again.</summary>
    public void ForgetTail() => _tailStart = _tailEnd = 0;

    /// <summary>What was sent and is in doubt is sent again, with what waits already, as a backlog.</summary>
    public void SendAgain(long now)
    {
        _sentBefore.Add(_back, _backEnd, _live);
        DroppedLines += _uncertainLines;
        _uncertainLines = 0;
        _back = Math.Max(Math.Min(Acknowledged, _marks.PositionBefore(now)), _log.Start);
        _backEnd = _live = Math.Max(_live, _released);
        _backLines = _log.CountLines(_back, _backEnd);
        _liveLines = _log.CountLines(_live, _log.End);
    }

    /// <summary>What is to be sent next: whole lines, or the end of one. Empty if that is nothing.</summary>
    /// <param name="fresh">The bytes that were appended last; they need not be read again.</param>
    /// <param name="budget">How many bytes of the backlog may be sent now.</param>
    /// <param name="lane">Where it comes from; <see cref="Take"/> wants to know.</param>
    public ReadOnlySpan<byte> Next(ReadOnlySpan<byte> fresh, long budget, out Lane lane)
    {
        if (HasTail)
        {
            lane = Lane.Tail;
            return _tail.AsSpan(_tailStart, _tailEnd - _tailStart);
        }

        if (HasLive)
        {
            lane = Lane.Live;
            long start = _log.End - fresh.Length;
            return _live >= start && _released == _log.End ? fresh[(int)(_live - start)..] : Read(_live, _released, int.MaxValue);
        }

        lane = Lane.Backlog;
        return HasBacklog && budget > 0 ? Portion(Read(_back, _backEnd, (int)Math.Clamp(budget, LongestLine, int.MaxValue)), budget) : default;
    }

    /// <summary>The system took that many bytes of what <see cref="Next"/> gave.</summary>
    public void Take(Lane lane, ReadOnlySpan<byte> piece, int taken)
    {
        SentBytes += taken;
        if (lane == Lane.Tail)
        {
            _tailStart += taken;
            return;
        }

        if (taken == 0)
        {
            return;
        }

        int whole = taken + (piece[taken - 1] == (byte)'\n' ? 0 : KeepTail(piece[taken..]));
        Advance(lane, piece[..whole]);
    }

    /// <summary>The receiver has read everything before a position.</summary>
    public void Acknowledge(long position)
    {
        if (position > Acknowledged)
        {
            Acknowledged = position;
            _uncertainLines = 0;
            _log.Remember(position);
        }
    }

    /// <summary>Lets go of what nobody needs any more.</summary>
    public void Trim(long now) => _log.Trim(Math.Min(Math.Min(Acknowledged, _back), _marks.PositionBefore(now)));

    /// <summary>The position before which everything was taken longer ago than the window is wide.</summary>
    public long PositionBeforeWindow(long now) => Math.Min(Sent, _marks.PositionBefore(now));

    /// <summary>How old the lines at a position are against the newest ones, in seconds; 0 at the end.</summary>
    public long AgeOf(long position) => position >= _log.End ? 0
        : Math.Max(0, _log.NewestStamp - (_marks.StampAt(position) ?? _log.StampNear(position)));

    /// <summary>The position of the oldest line that waits.</summary>
    public long OldestWaiting => HasBacklog ? _back : _live;

    /// <summary>As many lines as a budget has room for, and at least one.</summary>
    private static ReadOnlySpan<byte> Portion(ReadOnlySpan<byte> lines, long budget)
    {
        int end = budget < lines.Length ? lines[..(int)budget].LastIndexOf((byte)'\n') + 1 : lines.Length;
        return end > 0 ? lines[..end] : lines[..(lines.IndexOf((byte)'\n') + 1)];
    }

    private ReadOnlySpan<byte> Read(long from, long to, int most)
    {
        ReadOnlySpan<byte> bytes = _log.Read(from, to, most);
        if (!bytes.IsEmpty)
        {
            return bytes;
        }

        // A disk that does not give back what it took: what else is in that file is lost.
        Lose(from, Math.Min(to, _log.EndOfSegment(from)));
        return default;
    }

    private void Advance(Lane lane, ReadOnlySpan<byte> lines)
    {
        int count = lines.Count((byte)'\n');
        if (lane == Lane.Live)
        {
            ResentLines += _sentBefore.CountIn(_live, lines);
            _live += lines.Length;
            _liveLines -= count;
        }
        else
        {
            ResentLines += _sentBefore.CountIn(_back, lines);
            _back += lines.Length;
            _backLines -= count;
        }

        JoinLanes();
    }

    /// <summary>Without a backlog both lanes are at one place.</summary>
    private void JoinLanes()
    {
        if (_back >= _backEnd)
        {
            _back = _backEnd = _live;
        }
    }

    /// <summary>Keeps the end of a line that was begun, since the log may lose it.</summary>
    /// <returns>Its length.</returns>
    private int KeepTail(ReadOnlySpan<byte> rest)
    {
        int length = rest.IndexOf((byte)'\n') + 1;
        if (_tail.Length < length)
        {
            _tail = new byte[Math.Max(length, 1024)];
        }

        rest[..length].CopyTo(_tail);
        _tailStart = 0;
        _tailEnd = length;
        return length;
    }

    private void Lose(Segment segment) => Lose(segment.Start, segment.End);

    /// <summary>Everything between two positions is gone: counts what nobody has, and goes on behind it.</summary>
    private void Lose(long from, long to)
    {
        long back = Count(Math.Max(from, _back), Math.Min(to, _backEnd));
        long live = Count(Math.Max(from, _live), to);
        long known = Math.Max(from, Acknowledged);
        DroppedLines += live + Count(Math.Max(known, _back), Math.Min(to, _backEnd));
        _uncertainLines += Count(known, Math.Min(to, _back)) + Count(Math.Max(known, _backEnd), Math.Min(to, _live));
        _backLines -= back;
        _liveLines -= live;
        _back = Math.Max(_back, to);
        _backEnd = Math.Max(_backEnd, to);
        _live = Math.Max(_live, to);
        _released = Math.Max(_released, to);
        Acknowledged = Math.Max(Acknowledged, to);
        JoinLanes();
    }

    private long Count(long from, long to) => from < to ? _log.CountLines(from, to) : 0;
}
