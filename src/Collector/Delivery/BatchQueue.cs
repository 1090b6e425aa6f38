using System.Diagnostics.CodeAnalysis;

namespace Collector.Delivery;

/// <summary>Batches in memory, in a ring: <c>[sent, not yet completed | waiting]</c>. When it is full the oldest goes first.</summary>
/// <param name="capacity">The most bytes that it may hold.</param>
internal sealed class BatchQueue(int capacity = BatchQueue.DefaultCapacity) : IBatchStore
{
    private const int DefaultCapacity = 16 * 1024 * 1024;

    private const int MaxSpares = 4;

    private readonly Stack<Batch> _spares = new(MaxSpares);
    private Batch[] _ring = new Batch[8];
    private int _first;
    private int _sent;
    private int _count;

    public long WaitingLines { get; private set; }

    public long DroppedLines { get; private set; }

    public string Limit => capacity < 1 << 20 ? $"{capacity >> 10} KiB" : $"{capacity >> 20} MiB";

    /// <summary>The memory that the batches take.</summary>
    public long Bytes { get; private set; }

    public bool TryPeek([MaybeNullWhen(false)] out Batch batch)
    {
        batch = _sent < _count ? At(_sent) : null;
        return batch is not null;
    }

    public Batch Append(ReadOnlySpan<byte> bytes, ReadOnlySpan<int> packetEnds, int lines, long stamp)
    {
        if (_count == _ring.Length)
        {
            Grow();
        }

        if (!_spares.TryPop(out Batch? batch))
        {
            batch = new();
        }

        batch.Fill(bytes, packetEnds, lines, stamp);
        _count++;
        At(_count - 1) = batch;
        Bytes += batch.Cost;
        WaitingLines += lines;
        while (Bytes > capacity && DropOldest())
        {
        }

        return batch;
    }

    public void MarkSent(long now)
    {
        Batch batch = At(_sent++);
        batch.SentAt = now;
        WaitingLines -= batch.Lines;
    }

    public void Complete(long sentUntil)
    {
        while (_sent > 0 && At(0).SentAt <= sentUntil)
        {
            RemoveFirst();
        }
    }

    public void Rewind()
    {
        for (int index = 0; index < _sent; index++)
        {
            Batch batch = At(index);
            batch.Offset = 0;
            WaitingLines += batch.Lines;
        }

        _sent = 0;
    }

    /// <summary>Makes room. The newest stays, and so does one that is half on its way: its tail must follow its head.</summary>
    private bool DropOldest()
    {
        if (_sent > 0)
        {
            RemoveFirst();
            return true;
        }

        bool isMoving = _count > 0 && At(0).Offset > 0;
        if (_count < (isMoving ? 3 : 2))
        {
            return false;
        }

        if (isMoving)
        {
            (At(0), At(1)) = (At(1), At(0));
        }

        int lines = At(0).Lines;
        WaitingLines -= lines;
        DroppedLines += lines;
        RemoveFirst();
        return true;
    }

    private void RemoveFirst()
    {
        Batch batch = At(0);
        At(0) = null!;
        _first = (_first + 1) % _ring.Length;
        _count--;
        _sent = Math.Max(0, _sent - 1);
        Bytes -= batch.Cost;
        if (_spares.Count < MaxSpares)
        {
            _spares.Push(batch);
        }
    }

    private ref Batch At(int index) => ref _ring[(_first + index) % _ring.Length];

    private void Grow()
    {
        Batch[] larger = new Batch[_ring.Length * 2];
        for (int index = 0; index < _count; index++)
        {
            larger[index] = At(index);
        }

        _ring = larger;
        _first = 0;
    }
}
