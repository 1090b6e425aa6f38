namespace Collector.Delivery;

/// <summary>A segment in a file of its own: plain Graphite text, which a person can read or send with <c>nc</c>.</summary>
/// <param name="path">Where segments lie.</param>
/// <param name="buffer">What is read is put there.</param>
internal sealed class FileSegment(SegmentPath path, byte[] buffer) : Segment
{
    private readonly SegmentFile _file = SegmentFile.Create();
    private int _room;

    public long Number { get; private set; }

    /// <summary>The system's code of the last failure.</summary>
    public int Error => _file.Error;

    public override int Cost => Length;

    public override bool IsOnDisk => true;

    /// <summary>Makes the file.</summary>
    /// <param name="number">The segment's number; higher than all before.</param>
    /// <param name="start">The log's position of its first byte.</param>
    /// <param name="room">How many bytes belong into it.</param>
    public bool Create(long number, long start, int room)
    {
        Number = number;
        Start = start;
        _room = room;
        Reset();
        if (!_file.OpenNew(path.At(number)))
        {
            return false;
        }

        _file.SyncFolder(path);
        return true;
    }

    /// <summary>Takes over a file that an earlier process left, and that was found in order.</summary>
    public bool Adopt(long start, RecoveredSegment found)
    {
        Number = found.Number;
        Start = start;
        Length = found.Length;
        Lines = found.Lines;
        FirstStamp = found.FirstStamp;
        LastStamp = found.LastStamp;
        _room = 0;
        return _file.Open(path.At(found.Number));
    }

    public override bool HasRoom(int bytes) => bytes <= _room - Length;

    public override ReadOnlySpan<byte> Read(int offset, int most)
    {
        Span<byte> room = buffer.AsSpan(0, Math.Min(Math.Min(Length - offset, most), buffer.Length));
        return room[.._file.Read(room, offset)];
    }

    /// <summary>Waits until everything is on the disk.</summary>
    public bool Sync() => _file.Sync();

    /// <summary>Closes the file and leaves it for the next process.</summary>
    public void Close() => _file.Close();

    public override void Discard()
    {
        // Windows deletes no file that is open.
        _file.Close();
        _file.Delete(path.At(Number));
    }

    protected override bool Write(ReadOnlySpan<byte> bytes)
    {
        if (_file.Write(bytes, Length))
        {
            return true;
        }

        // The head of it may be there: it must not stand before what comes next. Nothing more belongs into a file that
        // could not even be cut.
        int error = _file.Error;
        _ = _file.Cut(Length);
        _room = 0;
        WriteError = error;
        return false;
    }

    /// <summary>The system's code of the write that failed.</summary>
    public int WriteError { get; private set; }
}
