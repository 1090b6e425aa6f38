using Collector.Metrics;

namespace Collector.Wire;

/// <summary>Writes the sample of one group for one destination.</summary>
internal abstract class GroupSerializer
{
    /// <summary>Holds new lines back until their turn; null to send them at once. To be set before the first line.</summary>
    public FirstSeenRamp? Ramp { get; set; }

    /// <summary>Writes a line for each value that the last read brought.</summary>
    public abstract void Write(WireWriter writer);

    /// <summary>The lines that a row of the last read may send, in their order.</summary>
    public abstract IEnumerable<SentLine> LinesOf(int row);

    /// <summary>The lines of an instance that may never have been read.</summary>
    /// <param name="node">The instance as it stands in them; null for the host.</param>
    public virtual IEnumerable<SentLine> LinesOf(string? node) => [];
}

/// <summary>A serializer with what it keeps for each row.</summary>
internal abstract class GroupSerializer<TRow>(Sample<TRow> sample, WireNaming naming, InstanceEscape escape) : GroupSerializer
    where TRow : Row, new()
{
    private (TRow? Row, LineNames Names)[] _states = [];
    private int _room;

    protected Sample<TRow> Sample => sample;

    protected WireNaming Naming => naming;

    /// <summary>How many bytes of the instance's node are not the instance's.</summary>
    protected abstract int BesideInstance { get; }

    public override IEnumerable<SentLine> LinesOf(int row) => LinesOf(NamesOf(sample.Rows[row]));

    public override IEnumerable<SentLine> LinesOf(string? node) => LinesOf(CreateNames(node));

    private IEnumerable<SentLine> LinesOf(LineNames names)
    {
        for (int line = 0; line < LineCount; line++)
        {
            if (((names.Lines >> line) & 1) != 0)
            {
                yield return new(names.NameOf(line), MetricsOf(line));
            }
        }
    }

    /// <summary>How many lines a row may send.</summary>
    protected abstract int LineCount { get; }

    /// <summary>The metrics that a line needs, as bits.</summary>
    protected abstract ulong MetricsOf(int line);

    /// <summary>Joins the names of a row's lines.</summary>
    /// <param name="node">The row's instance as it stands in them; null for a row that stands for the host.</param>
    protected abstract LineNames CreateNames(string? node);

    /// <summary>The names of a row.</summary>
    protected LineNames NamesOf(TRow row)
    {
        int slot = row.Instance.Slot;
        LineNames names = slot < _states.Length && _states[slot].Row == row ? _states[slot].Names : Create(row, slot);
        if (names.Held != 0)
        {
            Release(names, row.Sent);
        }

        return names;
    }

    /// <summary>Whether a bit is set.</summary>
    protected static bool Has(ulong bits, int index) => ((bits >> index) & 1) != 0;

    private LineNames Create(TRow row, int slot)
    {
        if (slot >= _states.Length)
        {
            Array.Resize(ref _states, Math.Max(slot + 1, _states.Length * 2));
        }

        LineNames names = CreateNames(row.Instance.Name.Length == 0 ? null : UniqueNode(row));
        _states[slot] = (row, names);
        if (Ramp is not null)
        {
            names.Hold();
        }

        return names;
    }

    /// <summary>Lets out those of the lines that have a value whose turn it is.</summary>
    private void Release(LineNames names, ulong sent)
    {
        ulong waiting = 0;
        for (int line = 0; line < LineCount; line++)
        {
            if (Has(names.Held, line) && (MetricsOf(line) & ~sent) == 0)
            {
                waiting |= 1ul << line;
            }
        }

        names.Release(Ramp!.Release(waiting));
    }

    /// <summary>Two interfaces may differ only by characters that the wire does not allow, or where they are cut; each keeps a line of its own.</summary>
    private string UniqueNode(TRow row)
    {
        _room = _room == 0 ? NameEscape.MaxNodeBytes - BesideInstance : _room;
        string node = NameEscape.Apply(row.Instance.Name, escape, naming.Wire, _room);
        string unique = node;
        for (int number = 2; IsTaken(unique); number++)
        {
            string end = $"_{number}";
            unique = NameEscape.Cut(node, _room - end.Length) + end;
        }

        return unique;
    }

    private bool IsTaken(string node)
    {
        foreach ((TRow? other, LineNames names) in _states)
        {
            if (other is { Instance.IsGone: false } && names.Node == node)
            {
                return true;
            }
        }

        return false;
    }
}
