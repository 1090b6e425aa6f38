using Collector.Metrics;

namespace Collector.Wire;

/// <summary>Writes the sample of one group for one destination.</summary>
internal abstract class GroupSerializer
{
    /// <summary>Writes a line for each value that the last read brought.</summary>
    public abstract void Write(WireWriter writer);
}

/// <summary>A serializer with what it keeps for each row: its names, and on StatsD what was sent last.</summary>
internal abstract class GroupSerializer<TRow, TState>(Sample<TRow> sample, WireNaming naming) : GroupSerializer
    where TRow : Row, new()
    where TState : LineNames, new()
{
    private (TRow? Row, TState State)[] _states = [];

    protected Sample<TRow> Sample => sample;

    protected WireNaming Naming => naming;

    protected virtual InstanceEscape Escape => InstanceEscape.Node;

    /// <summary>How many bytes of the instance's node are not the instance's.</summary>
    protected virtual int BesideInstance => 0;

    /// <summary>Adds the row's names in the order in which <see cref="GroupSerializer.Write"/> wants them.</summary>
    protected abstract void AddNames(LineNames names);

    protected TState StateOf(TRow row)
    {
        int slot = row.Instance.Slot;
        return slot < _states.Length && _states[slot].Row == row ? _states[slot].State : Create(row, slot);
    }

    private TState Create(TRow row, int slot)
    {
        if (slot >= _states.Length)
        {
            Array.Resize(ref _states, Math.Max(slot + 1, _states.Length * 2));
        }

        TState state = new() { Node = row.Instance.Name.Length == 0 ? null : UniqueNode(row) };
        AddNames(state);
        _states[slot] = (row, state);
        return state;
    }

    /// <summary>Two interfaces may differ only by characters that the wire does not allow, or where they are cut; each keeps a line of its own.</summary>
    private string UniqueNode(TRow row)
    {
        int room = NameEscape.MaxNodeBytes - BesideInstance;
        string node = NameEscape.Apply(row.Instance.Name, Escape, naming.Wire, room);
        string unique = node;
        for (int number = 2; IsTaken(unique); number++)
        {
            string end = $"_{number}";
            unique = NameEscape.Cut(node, room - end.Length) + end;
        }

        return unique;
    }

    private bool IsTaken(string node)
    {
        foreach ((TRow? other, TState state) in _states)
        {
            if (other is { Instance.IsGone: false } && state.Node == node)
            {
                return true;
            }
        }

        return false;
    }
}
