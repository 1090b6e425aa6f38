using Collector.Filters;

namespace Collector.Metrics;

/// <summary>The rows of one group at one moment, whatever their type.</summary>
/// <remarks>
/// Instances nearly always come in the order of the last tick, so a row is first looked for where it stood then.
/// Only when that fails are the others searched.
/// </remarks>
internal abstract class Sample
{
    /// <summary>
    /// For how many ticks an instance that is not seen keeps what is known of it: a read that fails once must not make
    /// a counter that wrapped start again.
    /// </summary>
    private const int MaxAbsence = 5;

    private readonly Stack<int> _freeSlots = [];
    private readonly List<Row> _absent = [];
    private Row[] _rows = [];
    private Row[] _last = [];
    private int _count;
    private int _lastCount;
    private int _slots;
    private int _cursor;
    private bool _moved;

    /// <summary>What is wanted of an instance that appears; everything if null.</summary>
    public RowFilter? Filter { get; set; }

    /// <summary>The rows of this tick, in the kernel's order.</summary>
    public ReadOnlySpan<Row> Rows => _rows.AsSpan(0, _count);

    /// <summary>Starts a tick.</summary>
    public void Begin()
    {
        _lastCount = _count;
        _count = 0;
        _moved = false;
    }

    /// <summary>Takes the only row of a group without instances into this tick, all its metrics absent.</summary>
    public void NextHost()
    {
        if (FindNext(default) is null)
        {
            Append(CreateRow(), default, "");
        }
    }

    /// <summary>Makes a row of an instance that is new.</summary>
    protected abstract Row CreateRow();

    /// <summary>Takes the row of a known instance into this tick, all its metrics absent.</summary>
    /// <returns>Null if the instance is not known.</returns>
    protected Row? FindNext(ReadOnlySpan<byte> key)
    {
        if (!_moved && _count < _lastCount)
        {
            Row row = _rows[_count];
            if (row.Instance.Key.SequenceEqual(key))
            {
                _count++;
                row.Present = 0;
                return row;
            }
        }

        return Find(key);
    }

    /// <summary>Finds a row of this tick. Those who ask for the rows in their order find each at once.</summary>
    protected Row? FindCurrent(ReadOnlySpan<byte> key)
    {
        for (int step = 0; step < _count; step++)
        {
            int index = (_cursor + step) % _count;
            Row row = _rows[index];
            if (row.Instance.Key.SequenceEqual(key))
            {
                _cursor = index + 1;
                return row;
            }
        }

        return null;
    }

    /// <summary>Takes the new row of a new instance into this tick.</summary>
    protected void Append(Row row, ReadOnlySpan<byte> key, string name)
    {
        if (!_freeSlots.TryPop(out int slot))
        {
            slot = _slots++;
        }

        row.Instance = new(key.ToArray(), name, slot);
        row.Wanted = Filter?.WantedOf(name) ?? ulong.MaxValue;
        Append(row);
    }

    /// <summary>Ends a tick: instances that were not seen in it are remembered for a while, then forgotten.</summary>
    public void End()
    {
        if (_moved || _count < _lastCount)
        {
            Span<Row> before = _moved ? _last.AsSpan(0, _lastCount) : _rows.AsSpan(_count, _lastCount - _count);
            foreach (Row row in before)
            {
                if (Array.IndexOf(_rows, row, 0, _count) < 0)
                {
                    row.Instance.TicksLeft = MaxAbsence;
                    _absent.Add(row);
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
            Instance instance = _absent[index].Instance;
            if (instance.TicksLeft > 0)
            {
                instance.TicksLeft--;
                continue;
            }

            instance.IsGone = true;
            _freeSlots.Push(instance.Slot);
            _absent.RemoveAt(index);
        }
    }

    private Row? Find(ReadOnlySpan<byte> key)
    {
        Move();
        foreach (Row candidate in _last.AsSpan(0, _lastCount))
        {
            if (candidate.Instance.Key.SequenceEqual(key) && Array.IndexOf(_rows, candidate, 0, _count) < 0)
            {
                candidate.Present = 0;
                Append(candidate);
                return candidate;
            }
        }

        return Recall(key);
    }

    private Row? Recall(ReadOnlySpan<byte> key)
    {
        for (int index = 0; index < _absent.Count; index++)
        {
            Row row = _absent[index];
            if (row.Instance.Key.SequenceEqual(key))
            {
                _absent.RemoveAt(index);
                row.Present = 0;
                Append(row);
                return row;
            }
        }

        return null;
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
            _last = new Row[_rows.Length];
        }

        _rows.AsSpan(0, _lastCount).CopyTo(_last);
    }

    private void Append(Row row)
    {
        Move();
        if (_count == _rows.Length)
        {
            Array.Resize(ref _rows, Math.Max(4, _rows.Length * 2));
        }

        _rows[_count++] = row;
    }
}
