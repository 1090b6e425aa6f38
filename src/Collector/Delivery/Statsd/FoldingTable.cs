using System.Buffers.Text;

namespace Collector.Delivery;

/// <summary>
/// StatsD lines that could not be sent, folded into one value for each series: the last one of a gauge, the sum of a counter.
/// However long it lasts, there are never more of them than series, and nothing is allocated once all are known.
/// </summary>
/// <remarks>Numbers are doubles, as they are at the receivers: what is added up here loses nothing that they would keep.</remarks>
/// <param name="capacity">The most bytes that the series may take. Beyond that new ones find no room; those that are known go on.</param>
internal sealed class FoldingTable(long capacity)
{
    /// <summary>What a series takes besides its name.</summary>
    private const int SeriesCost = 64;

    /// <summary>About how many bytes are taken out at once.</summary>
    private const int PieceBytes = 64 * 1024;

    /// <summary>Arrays have no room for more.</summary>
    private const long MaxCapacity = 1 << 30;

    private readonly long _capacity = Math.Min(capacity, MaxCapacity);
    private byte[] _names = [];
    private int _namesLength;
    private FoldedSeries[] _series = [];
    private int _count;
    private int[] _buckets = [];
    private byte[] _piece = [];
    private int _next;

    /// <summary>Lines that it takes to say what waits.</summary>
    public long WaitingLines { get; private set; }

    /// <summary>Lines given up for want of room, ever.</summary>
    public long DroppedLines { get; private set; }

    /// <summary>Lines whose values live on in another line, ever: what came is what waits, was taken out, was dropped or was merged.</summary>
    public long MergedLines { get; private set; }

    /// <summary>The stamp of the first lines since there was nothing.</summary>
    public long Since { get; private set; }

    /// <summary>What the series take.</summary>
    public long Bytes => _namesLength + ((long)_count * SeriesCost);

    /// <summary>Takes whole lines.</summary>
    /// <param name="lines">The lines, each with its end.</param>
    /// <param name="stamp">The tick's time stamp.</param>
    public void Fold(ReadOnlySpan<byte> lines, long stamp)
    {
        if (_count == 0)
        {
            Since = stamp;
        }

        while (!lines.IsEmpty)
        {
            ReadOnlySpan<byte> line = StatsdLine.First(lines);
            lines = lines[line.Length..];
            if (!TryFold(line))
            {
                DroppedLines++;
            }
        }
    }

    /// <summary>Takes some of what waits out of the table. The bytes are good until the next call.</summary>
    /// <returns>Whole lines; what of them is not sent has to be folded in again.</returns>
    public ReadOnlySpan<byte> Take()
    {
        int length = 0;
        for (; _next < _count; _next++)
        {
            ref FoldedSeries series = ref _series[_next];
            if (!series.IsWaiting)
            {
                continue;
            }

            if (_piece.Length - length < series.Room)
            {
                if (length > 0)
                {
                    break;
                }

                _piece = new byte[Math.Max(PieceBytes, series.Room)];
            }

            WaitingLines -= series.Lines;
            length += series.Take(_piece.AsSpan(length), _names);
        }

        return _piece.AsSpan(0, length);
    }

    /// <summary>Forgets all series: what waited was sent. The memory is kept for the next time.</summary>
    public void Clear()
    {
        if (_count == 0)
        {
            return;
        }

        WaitingLines = 0;
        _namesLength = 0;
        _count = 0;
        _next = 0;
        Array.Fill(_buckets, -1);
    }

    private bool TryFold(ReadOnlySpan<byte> line)
    {
        if (!StatsdLine.TryParse(line, out StatsdLine parts) || parts.Kind is not FoldKind kind
            || !Utf8Parser.TryParse(parts.Value, out double value, out int read) || read < parts.Value.Length || !double.IsFinite(value))
        {
            return false;
        }

        int index = IndexOf(parts);
        if (index < 0)
        {
            return false;
        }

        ref FoldedSeries series = ref _series[index];
        int before = series.Lines;
        series.Fold(kind, value, parts.Decimals);
        int more = series.Lines - before;
        WaitingLines += more;
        MergedLines += 1 - more;
        _next = Math.Min(_next, index);
        return true;
    }

    /// <summary>Where the series is, or is now; -1 if there is no room for it.</summary>
    private int IndexOf(StatsdLine line)
    {
        HashCode code = default;
        code.AddBytes(line.Name);
        code.AddBytes(line.End);
        int hash = code.ToHashCode();
        for (int index = _count == 0 ? -1 : _buckets[BucketOf(hash)]; index >= 0; index = _series[index].Next)
        {
            if (_series[index].Hash == hash && IsAt(index, line))
            {
                return index;
            }
        }

        int length = line.Name.Length + line.End.Length;
        return Bytes + length + SeriesCost <= _capacity ? Add(line, hash, length) : -1;
    }

    private bool IsAt(int index, StatsdLine line)
    {
        ref readonly FoldedSeries series = ref _series[index];
        return _names.AsSpan(series.Start, series.NameLength).SequenceEqual(line.Name)
            && _names.AsSpan(series.Start + series.NameLength, series.EndLength).SequenceEqual(line.End);
    }

    private int Add(StatsdLine line, int hash, int length)
    {
        if (_names.Length - _namesLength < length)
        {
            Array.Resize(ref _names, Math.Max(Math.Max(4096, _names.Length * 2), _namesLength + length));
        }

        if (_count == _series.Length)
        {
            Grow();
        }

        line.Name.CopyTo(_names.AsSpan(_namesLength));
        line.End.CopyTo(_names.AsSpan(_namesLength + line.Name.Length));
        ref int bucket = ref _buckets[BucketOf(hash)];
        _series[_count] = new()
        {
            Start = _namesLength, NameLength = line.Name.Length, EndLength = line.End.Length, Hash = hash, Next = bucket,
        };
        _namesLength += length;
        bucket = _count;
        return _count++;
    }

    private void Grow()
    {
        Array.Resize(ref _series, Math.Max(64, _series.Length * 2));
        _buckets = new int[_series.Length];
        Array.Fill(_buckets, -1);
        for (int index = 0; index < _count; index++)
        {
            ref int bucket = ref _buckets[BucketOf(_series[index].Hash)];
            _series[index].Next = bucket;
            bucket = index;
        }
    }

    private int BucketOf(int hash) => hash & (_buckets.Length - 1);
}
