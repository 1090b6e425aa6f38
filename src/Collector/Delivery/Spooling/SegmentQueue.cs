namespace Collector.Delivery;

/// <summary>The segments of a line log, oldest first, and spare ones, so that a new one allocates nothing.</summary>
/// <param name="limits">How many there may be at most follows from these.</param>
/// <param name="folder">Where segments lie on the disk; null for memory only.</param>
internal sealed class SegmentQueue(LogLimits limits, SpoolFolder? folder)
{
    private readonly Stack<MemorySegment> _spareMemory = Spares(
        folder is null ? limits.MemoryBytes / MemorySegment.UsualBytes : 1, static () => new MemorySegment());

    private readonly Stack<FileSegment> _spareFiles = Spares(
        folder is null ? 0 : limits.DiskBytes / folder.SegmentBytes, () => folder!.CreateSegment());

    private Segment[] _ring = new Segment[16];
    private int _first;

    public int Count { get; private set; }

    public long DiskBytes { get; private set; }

    public long MemoryBytes { get; private set; }

    public Segment? Last => Count == 0 ? null : this[Count - 1];

    public Segment this[int index] => _ring[(_first + index) % _ring.Length];

    /// <summary>The segment that a position is in; positions of the end are in the last one.</summary>
    public Segment At(long position)
    {
        // Most look at the newest.
        int index = Count - 1;
        while (index > 0 && this[index].Start > position)
        {
            index--;
        }

        return this[index];
    }

    public FileSegment TakeFile() => _spareFiles.TryPop(out FileSegment? spare) ? spare : folder!.CreateSegment();

    public void GiveBack(FileSegment segment) => _spareFiles.Push(segment);

    /// <summary>Adds a segment in memory for at least so many bytes.</summary>
    public MemorySegment AddMemory(long start, int bytes)
    {
        MemorySegment segment = _spareMemory.TryPop(out MemorySegment? spare) ? spare : new();
        segment.Open(start, bytes);
        Add(segment);
        return segment;
    }

    public void Add(Segment segment)
    {
        if (Count == _ring.Length)
        {
            Grow();
        }

        _ring[(_first + Count++) % _ring.Length] = segment;
        Account(segment, segment.Cost);
    }

    /// <summary>Adds lines to a file that is among the segments.</summary>
    public bool Append(FileSegment segment, ReadOnlySpan<byte> bytes, int lines, long stamp)
    {
        bool isAppended = segment.Append(bytes, lines, stamp);
        DiskBytes += isAppended ? bytes.Length : 0;
        return isAppended;
    }

    public void RemoveFirst()
    {
        Segment segment = this[0];
        Account(segment, -segment.Cost);
        segment.Discard();
        _first = (_first + 1) % _ring.Length;
        Count--;
        if (segment is MemorySegment memory)
        {
            _spareMemory.Push(memory);
        }
        else
        {
            _spareFiles.Push((FileSegment)segment);
        }
    }

    /// <summary>Closes the files and gives memory back.</summary>
    public void Close()
    {
        for (; Count > 0; Count--)
        {
            if (Last is FileSegment file)
            {
                _ = file.Sync();
                file.Close();
            }
            else
            {
                Last!.Discard();
            }
        }
    }

    private void Account(Segment segment, long bytes)
    {
        DiskBytes += segment.IsOnDisk ? bytes : 0;
        MemoryBytes += segment.IsOnDisk ? 0 : bytes;
    }

    private void Grow()
    {
        Segment[] larger = new Segment[_ring.Length * 2];
        for (int index = 0; index < Count; index++)
        {
            larger[index] = this[index];
        }

        _ring = larger;
        _first = 0;
    }

    private static Stack<T> Spares<T>(long count, Func<T> create)
    {
        // Segments are not full to the last byte, and a new one is made before the oldest goes.
        count += count > 0 ? 1 + (count / 8) : 0;
        Stack<T> spares = new((int)count + 1);
        for (long index = 0; index < count; index++)
        {
            spares.Push(create());
        }

        return spares;
    }
}
