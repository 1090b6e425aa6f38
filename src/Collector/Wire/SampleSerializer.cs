using Collector.Metrics;

namespace Collector.Wire;

/// <summary>A serializer with what it keeps for each row.</summary>
internal abstract class SampleSerializer(Sample sample, WireNaming naming, InstanceEscape escape) : GroupSerializer
{
    private Row?[] _rows = [];
    private LineNames[] _names = [];
    private int _room;

    protected Sample Sample => sample;

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
    protected LineNames NamesOf(Row row)
    {
        int slot = row.Instance.Slot;
        LineNames names = slot < _rows.Length && _rows[slot] == row ? _names[slot] : Create(row, slot);
        if (names.Held != 0)
        {
            Release(names, row.Sent);
        }

        return names;
    }

    /// <summary>Whether a bit is set.</summary>
    protected static bool Has(ulong bits, int index) => ((bits >> index) & 1) != 0;

    private LineNames Create(Row row, int slot)
    {
        if (slot >= _rows.Length)
        {
            int length = Math.Max(slot + 1, _rows.Length * 2);
            Array.Resize(ref _rows, length);
            Array.Resize(ref _names, length);
        }

        LineNames names = CreateNames(row.Instance.Name.Length == 0 ? null : UniqueNode(row));
        _rows[slot] = row;
        _names[slot] = names;
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
    private string UniqueNode(Row row)
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
        for (int slot = 0; slot < _rows.Length; slot++)
        {
            if (_rows[slot] is { Instance.IsGone: false } && _names[slot].Node == node)
            {
                return true;
            }
        }

        return false;
    }
}
