using Collector.Wire;

namespace Collector.Delivery;

/// <summary>A StatsD series and the one value that stands for those that were not sent.</summary>
internal struct FoldedSeries
{
    private double _value;
    private int _decimals;
    private FoldKind _kind;

    /// <summary>Where the name stands among the names, with what lines end with behind it.</summary>
    public int Start { get; init; }

    public int NameLength { get; init; }

    public int EndLength { get; init; }

    public int Hash { get; init; }

    /// <summary>The next series of the same bucket; -1 behind the last one.</summary>
    public int Next { get; set; }

    /// <summary>Whether there is a value that was not sent.</summary>
    public bool IsWaiting { get; private set; }

    /// <summary>How many lines it takes to say the value. A negative gauge takes two: it is a change that starts from nothing.</summary>
    public readonly int Lines => !IsWaiting ? 0 : IsPair ? 2 : 1;

    /// <summary>The most bytes that the lines take.</summary>
    public readonly int Room => 2 * (NameLength + EndLength + 1 + WireNumber.MaxDecimal);

    private readonly bool IsPair => _kind == FoldKind.Value && _value < 0;

    /// <summary>Takes one more value.</summary>
    public void Fold(FoldKind kind, double value, int decimals)
    {
        if (kind == FoldKind.Value || !IsWaiting)
        {
            (_kind, _value, _decimals) = (kind, value, decimals);
            IsWaiting = true;
            return;
        }

        _value = Math.Clamp(_value + value, double.MinValue, double.MaxValue);
        _decimals = Math.Max(_decimals, decimals);
    }

    /// <summary>Writes the value as lines; from then on none waits.</summary>
    /// <param name="destination">Where to write.</param>
    /// <param name="names">Where the name stands.</param>
    /// <returns>How many bytes were written.</returns>
    public int Take(Span<byte> destination, ReadOnlySpan<byte> names)
    {
        IsWaiting = false;
        ReadOnlySpan<byte> name = names.Slice(Start, NameLength);
        ReadOnlySpan<byte> end = names.Slice(Start + NameLength, EndLength);
        int length = 0;
        if (IsPair)
        {
            name.CopyTo(destination);
            length = NameLength;
            destination[length++] = (byte)'0';
            end.CopyTo(destination[length..]);
            length += EndLength;
        }

        name.CopyTo(destination[length..]);
        length += NameLength;
        length += WriteValue(destination[length..]);
        end.CopyTo(destination[length..]);
        return length + EndLength;
    }

    private readonly int WriteValue(Span<byte> destination)
    {
        if (_kind != FoldKind.Change)
        {
            return WriteNumber(destination, _value);
        }

        // Its sign makes it a change, even where nothing is left of it.
        destination[0] = _value < 0 ? (byte)'-' : (byte)'+';
        return 1 + WriteNumber(destination[1..], Math.Abs(_value));
    }

    /// <summary>With as many digits behind the point as came, so that a value alone leaves as the number that it came as.</summary>
    private readonly int WriteNumber(Span<byte> destination, double value) =>
        _decimals <= WireNumber.MaxDecimals
            ? WireNumber.Write(destination, value, _decimals)
            : WireNumber.Write(destination, value, NumberForm.Significant, 0);
}
