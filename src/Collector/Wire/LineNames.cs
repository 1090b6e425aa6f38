using System.Text;

namespace Collector.Wire;

/// <summary>
/// What a row's lines are called, joined when the instance appears and copied ever after, and what is remembered of
/// its counters.
/// </summary>
/// <param name="naming">What the lines of the destination are called.</param>
/// <param name="lines">How many lines there may be.</param>
/// <param name="node">The row's instance as a node; null for a row that stands for the host.</param>
/// <param name="tail">What StatsD lines end with behind their type: tags and the end of the line; empty if that is all.</param>
internal sealed class LineNames(WireNaming naming, int lines, string? node, byte[] tail)
{
    private readonly int[] _starts = new int[lines + 1];
    private byte[] _bytes = [];
    private int _count;

    public string? Node => node;

    /// <summary>Bit n says that line n goes out when it has a value.</summary>
    public ulong Lines { get; set; }

    /// <summary>Bit n says that line n waits for its turn to be sent for the first time; it is none of <see cref="Lines"/> until then.</summary>
    public ulong Held { get; private set; }

    /// <summary>What becomes of the row's counters.</summary>
    public CounterRule Rule { get; } = naming.Rule;

    /// <summary>Whether numbers have six digits after their points, whatever these are.</summary>
    public bool IsFixed { get; } = naming.IsFixed;

    public byte[] Tail => tail;

    /// <summary>Whether the lines are a name, the shortest number, and an end that all lines have.</summary>
    public bool IsPlain { get; } = !naming.IsFixed && tail.Length == 0;

    /// <summary>One for each line, where the destination is told what counters grow by.</summary>
    public CounterBaseline[] Baselines { get; } = naming.Rule == CounterRule.Total ? [] : new CounterBaseline[lines];

    /// <summary>The nth name, with the character that divides it from the value; empty if there is no such line.</summary>
    public ReadOnlySpan<byte> this[int line] => _bytes.AsSpan(_starts[line], _starts[line + 1] - _starts[line]);

    /// <summary>Adds the name of the next line that goes out.</summary>
    public void Add(string name)
    {
        Lines |= 1ul << _count;
        byte[] bytes = Encoding.UTF8.GetBytes(name + (naming.Wire == WireKind.Graphite ? " " : ":"));
        _bytes = [.. _bytes, .. bytes];
        Skip();
    }

    /// <summary>Goes past a line that never goes out.</summary>
    public void Skip() => _starts[++_count] = _bytes.Length;

    /// <summary>Keeps all lines back.</summary>
    public void Hold() => (Held, Lines) = (Lines, 0);

    /// <summary>Sends some of the lines that were held, now and ever after.</summary>
    public void Release(ulong lines) => (Held, Lines) = (Held & ~lines, Lines | lines);

    /// <summary>The nth name as text.</summary>
    public string NameOf(int line) => Encoding.UTF8.GetString(this[line].TrimEnd(" :"u8));
}
