using System.Diagnostics.CodeAnalysis;

namespace Collector.Delivery;

/// <summary>Batches that wait, in memory, in a ring. When it is full the oldest goes first.</summary>
/// <param name="capacity">The most bytes that it may hold.</param>
internal sealed class BatchQueue(long capacity)
{
    private const int MaxSpares = 4;

    private readonly Stack<Batch> _spares = new(MaxSpares);
    private Batch[] _ring = new Batch[8];
    private int _first;
    private int _count;

    public long WaitingLines { get; private set; }

    /// <summary>Lines given up for want of room, ever.</summary>
    public long DroppedLines { get; private set; }

    /// <summary>The memory that the batches take.</summary>
    public long Bytes { get; private set; }

    /// <summary>The oldest batch.</summary>
    public bool TryPeek([MaybeNullWhen(false)] out Batch batch)
    {
        batch = _count > 0 ? At(0) : null;
        return batch is not null;
    }

    /// <summary>Takes a copy of a tick's lines, behind all others.</summary>
    public Batch Append(ReadOnlySpan<byte> bytes, int lines, long stamp)
    {
        if (_count == _ring.Length)
        {
            Grow();
        }

        if (!_spares.TryPop(out Batch? batch))
        {
            batch = new();
        }

        batch.Fill(bytes, [], lines, stamp);
        _count++;
        At(_count - 1) = batch;
        Bytes += batch.Cost;
        WaitingLines += lines;
        while (Bytes > capacity && DropOldest())
        {
        }

        return batch;
    }

    /// <summary>The oldest batch has left.</summary>
    public void Remove()
    {
        Batch batch = At(0);
        At(0) = null!;
        _first = (_first + 1) % _ring.Length;
        _count--;
        Bytes -= batch.Cost;
        WaitingLines -= batch.Lines;
        if (_spares.Count < MaxSpares)
        {
            _spares.Push(batch);
        }
    }

    /// <summary>
    /// Goes past the rest of a line whose head is with somebody who takes no more: it must not arrive as a line of its own,
    /// nor twice.
    /// </summary>
    /// <returns>Whether there was such a line.</returns>
    public bool SkipTorn()
    {
        if (!TryPeek(out Batch? batch) || batch.Offset == 0 || batch.Bytes[batch.Offset - 1] == (byte)'\n')
        {
            return false;
        }

        batch.SkipLine();
        WaitingLines--;
        return true;
    }

    /// <summary>Makes room. The newest stays, and so does one that is half on its way: its tail must follow its head.</summary>
    private bool DropOldest()
    {
        bool isMoving = _count > 0 && At(0).Offset > 0;
        if (_count < (isMoving ? 3 : 2))
        {
            return false;
        }

        if (isMoving)
        {
            (At(0), At(1)) = (At(1), At(0));
        }

        DroppedLines += At(0).Lines;
        Remove();
        return true;
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
