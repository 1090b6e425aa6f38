namespace Collector.Delivery;

/// <summary>
/// Lines in the order in which they were taken, from the tick until nobody can need them any more. A place in it is a
/// position: the number of bytes before it, counted from the start of the process. It lies on the disk where there is a
/// folder for it, and in memory where there is none or the disk takes nothing. When it is full the oldest lines go first.
/// </summary>
/// <param name="limits">How much it may keep.</param>
/// <param name="folder">Where it lies on the disk; null for memory only.</param>
internal sealed class LineLog(LogLimits limits, SpoolFolder? folder)
{
    /// <summary>How long a disk is left alone that took nothing.</summary>
    private const long DiskPause = 10_000;

    /// <summary>No line is longer, or carbon would not read it.</summary>
    private const int LongestLine = 16 * 1024;

    private readonly SegmentQueue _segments = new(limits, folder);
    private long _diskRetryAt;

    /// <summary>What is done before a segment is given up for want of room.</summary>
    public Action<Segment>? Dropping { get; set; }

    /// <summary>The position of the oldest byte that is still here.</summary>
    public long Start => _segments.Count == 0 ? End : _segments[0].Start;

    /// <summary>The position behind the newest byte.</summary>
    public long End { get; private set; }

    public long DiskBytes => _segments.DiskBytes;

    public long MemoryBytes => _segments.MemoryBytes;

    /// <summary>The time stamp of the newest lines, in seconds since 1970.</summary>
    public long NewestStamp { get; private set; }

    /// <summary>The system's code of what keeps the disk from taking lines; 0 while it does.</summary>
    public int DiskError { get; private set; }

    /// <summary>Takes over what an earlier process left in the folder.</summary>
    /// <returns>Up to where that was acknowledged.</returns>
    public long Recover()
    {
        long acknowledged = 0;
        foreach (RecoveredSegment found in folder?.Recover() ?? [])
        {
            FileSegment segment = _segments.TakeFile();
            if (segment.Adopt(End, found))
            {
                _segments.Add(segment);
                acknowledged = found.Number < folder!.AcknowledgedNumber ? segment.End
                    : found.Number == folder.AcknowledgedNumber ? End + BeginningOfLine(segment, (int)Math.Min(folder.AcknowledgedOffset, segment.Length))
                    : acknowledged;
                End = segment.End;
                NewestStamp = segment.LastStamp;
            }
        }

        return acknowledged;
    }

    /// <summary>Takes a copy of a tick's lines.</summary>
    /// <param name="bytes">Whole lines, at least one.</param>
    /// <param name="lines">How many.</param>
    /// <param name="stamp">Their time stamp.</param>
    /// <param name="now">Monotonic milliseconds.</param>
    public void Append(ReadOnlySpan<byte> bytes, int lines, long stamp, long now)
    {
        NewestStamp = stamp;
        while (_segments.Count > 0 && stamp - _segments[0].LastStamp > limits.Age.TotalSeconds)
        {
            DropOldest();
        }

        if (!TryDisk(bytes, lines, stamp, now) && !TryMemory(bytes, lines, stamp, now))
        {
            _segments.AddMemory(End, bytes.Length).Append(bytes, lines, stamp);
        }

        End += bytes.Length;
    }

    /// <summary>Makes sure of what was appended, as the folder's policy wants it.</summary>
    public void Sync(long now)
    {
        if (folder is not null && _segments.Last is FileSegment file && folder.IsSyncDue(now) && !file.Sync())
        {
            FailDisk(file.Error, now);
        }
    }

    /// <summary>Some of the lines between two positions: whole ones, as many as lie together. Empty if they cannot be read.</summary>
    public ReadOnlySpan<byte> Read(long from, long to, int most)
    {
        Segment segment = _segments.At(from);
        ReadOnlySpan<byte> bytes = segment.Read((int)(from - segment.Start), (int)Math.Min(to - from, most));
        return bytes[..(bytes.LastIndexOf((byte)'\n') + 1)];
    }

    /// <summary>How many lines begin between two positions. Both are the beginnings of lines.</summary>
    public long CountLines(long from, long to)
    {
        long lines = 0;
        for (int index = 0; index < _segments.Count; index++)
        {
            Segment segment = _segments[index];
            long first = Math.Max(from, segment.Start);
            long last = Math.Min(to, segment.End);
            lines += first >= last ? 0 : last - first == segment.Length ? segment.Lines : Count(segment, first, last);
        }

        return lines;
    }

    /// <summary>The end of the segment that a position is in.</summary>
    public long EndOfSegment(long position) => _segments.At(position).End;

    /// <summary>When the first lines of the segment were taken that a position is in: a time stamp.</summary>
    public long StampNear(long position) => position >= End ? NewestStamp : _segments.At(position).FirstStamp;

    /// <summary>How many lines from a position on are in memory only.</summary>
    public long CountInMemory(long from)
    {
        long lines = 0;
        for (int index = _segments.Count - 1; index >= 0 && _segments[index].End > from; index--)
        {
            Segment segment = _segments[index];
            lines += segment.IsOnDisk ? 0 : CountLines(Math.Max(from, segment.Start), segment.End);
        }

        return lines;
    }

    /// <summary>Lets go of the segments that end before a position: nobody needs them.</summary>
    public void Trim(long position)
    {
        while (_segments.Count > 0 && _segments[0].End <= position && _segments[0].End < End)
        {
            _segments.RemoveFirst();
            _diskRetryAt = 0;
        }
    }

    /// <summary>Writes down for the next process up to where everything was acknowledged.</summary>
    public void Remember(long acknowledged)
    {
        for (int index = _segments.Count - 1; index >= 0 && folder is not null; index--)
        {
            if (_segments[index] is FileSegment file && file.Start <= acknowledged)
            {
                folder.Remember(file.Number, (int)Math.Min(acknowledged - file.Start, file.Length));
                return;
            }
        }
    }

    /// <summary>The end: what is on the disk stays there.</summary>
    public void Close() => _segments.Close();

    private bool TryDisk(ReadOnlySpan<byte> bytes, int lines, long stamp, long now)
    {
        if (folder is null || now < _diskRetryAt)
        {
            return false;
        }

        while (_segments.DiskBytes + bytes.Length > limits.DiskBytes && _segments.DiskBytes > 0)
        {
            DropOldest();
        }

        FileSegment? file = _segments.Last is FileSegment last && last.HasRoom(bytes.Length) ? last : null;
        if (file is null)
        {
            // Later only the new one is made sure of.
            _ = folder.IsSynced && _segments.Last is FileSegment full && !full.Sync();
            file = _segments.TakeFile();
            if (!file.Create(folder.NextNumber(), End, Math.Max(bytes.Length, folder.SegmentBytes)))
            {
                FailDisk(file.Error, now);
                _segments.GiveBack(file);
                return false;
            }

            _segments.Add(file);
        }

        if (!_segments.Append(file, bytes, lines, stamp))
        {
            FailDisk(file.WriteError, now);
            return false;
        }

        DiskError = 0;
        return true;
    }

    private bool TryMemory(ReadOnlySpan<byte> bytes, int lines, long stamp, long now)
    {
        if (_segments.Last is MemorySegment last && last.HasRoom(bytes.Length))
        {
            return last.Append(bytes, lines, stamp);
        }

        int cost = Math.Max(bytes.Length, MemorySegment.UsualBytes);
        while (_segments.MemoryBytes + cost > limits.MemoryBytes && _segments.Count > 0)
        {
            bool hasMadeRoomOnDisk = _segments[0].IsOnDisk;
            DropOldest();
            if (hasMadeRoomOnDisk)
            {
                _diskRetryAt = 0;
                if (TryDisk(bytes, lines, stamp, now))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private void FailDisk(int error, long now)
    {
        DiskError = error;
        _diskRetryAt = now + DiskPause;
    }

    /// <summary>The last place up to an offset where a line begins: somebody may have edited the file.</summary>
    private static int BeginningOfLine(FileSegment segment, int offset)
    {
        int from = Math.Max(0, offset - LongestLine);
        return from + segment.Read(from, offset - from).LastIndexOf((byte)'\n') + 1;
    }

    private void DropOldest()
    {
        Dropping?.Invoke(_segments[0]);
        _segments.RemoveFirst();
    }

    private static long Count(Segment segment, long from, long to)
    {
        long lines = 0;
        while (from < to)
        {
            ReadOnlySpan<byte> bytes = segment.Read((int)(from - segment.Start), (int)(to - from));
            if (bytes.IsEmpty)
            {
                // Of a file that cannot be read nobody can tell.
                return lines;
            }

            lines += bytes.Count((byte)'\n');
            from += bytes.Length;
        }

        return lines;
    }
}
