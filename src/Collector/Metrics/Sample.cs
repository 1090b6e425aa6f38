using System.Text;
using Collector.Filters;

namespace Collector.Metrics;

/// <summary>The rows of one group at one moment.</summary>
/// <param name="filter">What is wanted of an instance that appears; everything if null.</param>
/// <remarks>
/// Instances nearly always come in the order of the last tick, so a row is first looked for where it stood then.
/// Only when that fails are the others searched.
/// </remarks>
internal sealed class Sample<TRow>(RowFilter? filter = null)
    where TRow : Row, new()
{
    /// <summary>
    /// For how many ticks an instance that is not seen keeps what is known of it: a read that fails once must not make
    /// a counter that wrapped start again.
    /// </summary>
    private const int MaxAbsence = 5;

    private readonly Stack<int> _freeSlots = [];
    private readonly List<(TRow Row, int TicksLeft)> _absent = [];
    private TRow[] _rows = [];
    private TRow[] _last = [];
    private int _count;
    private int _lastCount;
    private int _slots;
    private int _cursor;
    private bool _moved;

    /// <summary>What is wanted of instances; null if everything is.</summary>
    public RowFilter? Filter => filter;

    /// <summary>The rows of this tick, in the kernel's order.</summary>
    public ReadOnlySpan<TRow> Rows => _rows.AsSpan(0, _count);

    /// <summary>Starts a tick.</summary>
    public void Begin()
    {
        _lastCount = _count;
        _count = 0;
        _moved = false;
    }

    /// <summary>Takes the row of an instance into this tick, all its metrics absent. Its key is its name, empty for the host.</summary>
    public TRow Next(ReadOnlySpan<byte> key) =>
        TryNext(key, out TRow row) ? row : Add(key, Encoding.UTF8.GetString(key));

    /// <summary>Takes the row of a known instance into this tick, all its metrics absent.</summary>
    /// <returns>Whether the instance is known; if not, <see cref="Add"/> it.</returns>
    public bool TryNext(ReadOnlySpan<byte> key, out TRow row)
    {
        if (!_moved && _count < _lastCount)
        {
            row = _rows[_count];
            if (row.Instance.Key.SequenceEqual(key))
            {
                _count++;
                row.Present = 0;
                return true;
            }
        }

        return TryFind(key, out row);
    }

    /// <summary>Finds a row of this tick. Those who ask for the rows in their order find each at once.</summary>
    public bool TryGet(ReadOnlySpan<byte> key, out TRow row)
    {
        for (int step = 0; step < _count; step++)
        {
            int index = (_cursor + step) % _count;
            row = _rows[index];
            if (row.Instance.Key.SequenceEqual(key))
            {
                _cursor = index + 1;
                return true;
            }
        }

        row = null!;
        return false;
    }

    /// <summary>Takes a new instance into this tick.</summary>
    public TRow Add(ReadOnlySpan<byte> key, string name)
    {
        if (!_freeSlots.TryPop(out int slot))
        {
            slot = _slots++;
        }

        TRow row = new() { Instance = new(key.ToArray(), name, slot), Wanted = filter?.WantedOf(name) ?? ulong.MaxValue };
        Append(row);
        return row;
    }

    /// <summary>Ends a tick: instances that were not seen in it are remembered for a while, then forgotten.</summary>
    public void End()
    {
        if (_moved || _count < _lastCount)
        {
            Span<TRow> before = _moved ? _last.AsSpan(0, _lastCount) : _rows.AsSpan(_count, _lastCount - _count);
            foreach (TRow row in before)
            {
                if (Array.IndexOf(_rows, row, 0, _count) < 0)
                {
                    _absent.Add((row, MaxAbsence));
                }
            }

            _last.AsSpan().Clear();
            _rows.AsSpan(_count).Clear();
        }

        if (_absent.Count > 0)
        {
            Forget();
        }
    }

    private void Forget()
    {
        for (int index = _absent.Count - 1; index >= 0; index--)
        {
            (TRow row, int ticksLeft) = _absent[index];
            if (ticksLeft > 0)
            {
                _absent[index] = (row, ticksLeft - 1);
                continue;
            }

            row.Instance.IsGone = true;
            _freeSlots.Push(row.Instance.Slot);
            _absent.RemoveAt(index);
        }
    }

    private bool TryFind(ReadOnlySpan<byte> key, out TRow row)
    {
        Move();
        foreach (TRow candidate in _last.AsSpan(0, _lastCount))
        {
            if (candidate.Instance.Key.SequenceEqual(key) && Array.IndexOf(_rows, candidate, 0, _count) < 0)
            {
                row = candidate;
                row.Present = 0;
                Append(row);
                return true;
            }
        }

        return TryRecall(key, out row);
    }

    private bool TryRecall(ReadOnlySpan<byte> key, out TRow row)
    {
        for (int index = 0; index < _absent.Count; index++)
        {
            row = _absent[index].Row;
            if (row.Instance.Key.SequenceEqual(key))
            {
                _absent.RemoveAt(index);
                row.Present = 0;
                Append(row);
                return true;
            }
        }

        row = null!;
        return false;
    }

    /// <summary>Keeps the last tick's rows aside, since this tick's order differs from here on.</summary>
    private void Move()
    {
        if (_moved)
        {
            return;
        }

        _moved = true;
        if (_last.Length < _lastCount)
        {
            _last = new TRow[_rows.Length];
        }

        _rows.AsSpan(0, _lastCount).CopyTo(_last);
    }

    private void Append(TRow row)
    {
        Move();
        if (_count == _rows.Length)
        {
            Array.Resize(ref _rows, Math.Max(4, _rows.Length * 2));
        }

        _rows[_count++] = row;
    }
}
