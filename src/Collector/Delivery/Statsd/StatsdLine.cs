namespace Collector.Delivery;

/// <summary>A StatsD line in its parts.</summary>
internal readonly ref struct StatsdLine
{
    /// <summary>The name, with the colon behind it.</summary>
    public ReadOnlySpan<byte> Name { get; private init; }

    public ReadOnlySpan<byte> Value { get; private init; }

    /// <summary>
    /// The type, the sample rate, the tags and the line's end. With the name it says which series it is: what was counted
    /// at another rate, or under other tags, is not added to it.
    /// </summary>
    public ReadOnlySpan<byte> End { get; private init; }

    /// <summary>What the value does to the one before; null for a type whose values do not make one.</summary>
    public FoldKind? Kind =>
        IsOfType((byte)'c') ? FoldKind.Sum
        : !IsOfType((byte)'g') ? null
        : Value is [(byte)'+' or (byte)'-', ..] ? FoldKind.Change
        : FoldKind.Value;

    /// <summary>How many digits there are behind the point.</summary>
    public int Decimals => Value.IndexOf((byte)'.') is int point and >= 0 ? Value.Length - point - 1 : 0;

    /// <param name="line">The line with its end.</param>
    /// <param name="parts">The parts of it.</param>
    public static bool TryParse(ReadOnlySpan<byte> line, out StatsdLine parts)
    {
        int colon = line.IndexOf((byte)':');
        int bar = line[(colon + 1)..].IndexOf((byte)'|') + colon + 1;
        bool isLine = colon >= 0 && bar > colon;
        parts = !isLine ? default : new() { Name = line[..(colon + 1)], Value = line[(colon + 1)..bar], End = line[bar..] };
        return isLine;
    }

    /// <summary>
    /// Where the lines from a place on begin to make sense by themselves: a negative gauge does so only with the zero that
    /// precedes it, since without that it is a change.
    /// </summary>
    /// <param name="lines">Whole lines.</param>
    /// <param name="start">Where one of them begins.</param>
    public static int PairStart(ReadOnlySpan<byte> lines, int start)
    {
        if (start == 0 || start == lines.Length || !TryParse(First(lines[start..]), out StatsdLine line) || line.Kind != FoldKind.Change)
        {
            return start;
        }

        int before = lines[..(start - 1)].LastIndexOf((byte)'\n') + 1;
        return TryParse(lines[before..start], out StatsdLine zero) && zero.Value.SequenceEqual("0"u8)
            && zero.Name.SequenceEqual(line.Name) && zero.End.SequenceEqual(line.End) ? before : start;
    }

    /// <summary>The first of some lines, with its end.</summary>
    public static ReadOnlySpan<byte> First(ReadOnlySpan<byte> lines) => lines[..(lines.IndexOf((byte)'\n') + 1)];

    private bool IsOfType(byte type) => End.Length > 2 && End[1] == type && End[2] is (byte)'\n' or (byte)'|';
}
