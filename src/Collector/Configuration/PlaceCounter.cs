namespace Collector.Configuration;

/// <summary>Tells lines and columns of places that come one after the other, without looking at any byte twice.</summary>
/// <param name="text">UTF-8.</param>
internal ref struct PlaceCounter(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> _text = text;
    private int _offset;

    /// <summary>The line of the last place, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>The column of the last place, from 1, in characters.</summary>
    public int Column { get; private set; } = 1;

    /// <param name="offset">Not before the last one.</param>
    public (int Line, int Column) At(int offset)
    {
        foreach (byte unit in _text[_offset..offset])
        {
            if (unit == (byte)'\n')
            {
                Line++;
                Column = 1;
            }
            else if ((unit & 0xC0) != 0x80)
            {
                Column++;
            }
        }

        _offset = offset;
        return (Line, Column);
    }
}
