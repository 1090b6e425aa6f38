using System.Runtime.Intrinsics;

namespace Collector.Wire;

/// <content>The lines: a name, a number, an end.</content>
internal abstract partial class WireWriter
{
    /// <summary>What most lines end with is less than this, and is copied in one move whatever its length.</summary>
    protected const int EndRoom = 16;

    /// <summary>The digits of a rate.</summary>
    private const int RateDecimals = 6;

    private Vector128<byte> _end;
    private int _endLength;

    /// <summary>Whether receivers take a number with a sign for a change, so that a zero has to precede it.</summary>
    protected virtual bool SignMeansChange => false;

    /// <summary>A whole number.</summary>
    public void Gauge(LineNames names, int line, ulong value)
    {
        if (!names.IsPlain)
        {
            WriteOther(names, line, value);
            return;
        }

        ReadOnlySpan<byte> name = names[line];
        Span<byte> text = Reserve(name.Length + WireNumber.MaxWhole + EndRoom);
        name.CopyTo(text);
        int length = name.Length + WireNumber.Write(text[name.Length..], value);
        _end.CopyTo(text[length..]);
        Commit(length + _endLength);
    }

    /// <summary>A number of at most <paramref name="decimals"/> digits after its point.</summary>
    public void Gauge(LineNames names, int line, double value, int decimals)
    {
        if (!(value >= 0 && names.IsPlain) || double.IsInfinity(value))
        {
            WriteOther(names, line, value, names.IsFixed ? NumberForm.Fixed : NumberForm.Shortest, decimals);
            return;
        }

        ReadOnlySpan<byte> name = names[line];
        Span<byte> text = Reserve(name.Length + WireNumber.MaxDecimal + EndRoom);
        name.CopyTo(text);
        int length = name.Length + WireNumber.Write(text[name.Length..], value, decimals);
        _end.CopyTo(text[length..]);
        Commit(length + _endLength);
    }

    /// <summary>A number in a form that the set of names prescribes.</summary>
    public void Gauge(LineNames names, int line, double value, NumberForm form) => WriteOther(names, line, value, form, 0);

    /// <summary>A counter of whole numbers, as the destination wants counters.</summary>
    public void Count(LineNames names, int line, ulong value)
    {
        if (names.Rule == CounterRule.Total)
        {
            Gauge(names, line, value);
        }
        else if (names.Rule == CounterRule.Step)
        {
            Step(names, line, value);
        }
        else
        {
            names.Baselines[line].Grow(value, Time, RatesSince);
            Rate(names, line);
        }
    }

    /// <summary>A counter of decimal numbers, as the destination wants counters.</summary>
    public void Count(LineNames names, int line, double value, int decimals)
    {
        if (names.Rule == CounterRule.Total)
        {
            Gauge(names, line, value, decimals);
        }
        else if (!double.IsFinite(value))
        {
            Omitted++;
        }
        else if (names.Rule == CounterRule.Step)
        {
            Step(names, line, value);
        }
        else
        {
            names.Baselines[line].Grow(value, Time, RatesSince);
            Rate(names, line);
        }
    }

    /// <summary>What a counter grew by since the last tick.</summary>
    protected virtual void Step(LineNames names, int line, ulong value) => throw new NotSupportedException();

    /// <inheritdoc cref="Step(LineNames, int, ulong)"/>
    protected virtual void Step(LineNames names, int line, double value) => throw new NotSupportedException();

    /// <summary>Sets what lines end with.</summary>
    protected void SetEnd(ReadOnlySpan<byte> end)
    {
        Span<byte> room = stackalloc byte[EndRoom];
        room.Clear();
        end.CopyTo(room);
        _end = Vector128.Create<byte>(room);
        _endLength = end.Length;
    }

    /// <summary>Nothing is sent for a counter's first value, nor after it started again, nor after a gap.</summary>
    private void Rate(LineNames names, int line)
    {
        double rate = names.Baselines[line].Rate;
        if (double.IsFinite(rate))
        {
            Gauge(names, line, rate, RateDecimals);
        }
    }

    private void WriteOther(LineNames names, int line, ulong value)
    {
        ReadOnlySpan<byte> name = names[line];
        ReadOnlySpan<byte> zeros = names.IsFixed ? ".000000"u8 : default;
        Span<byte> text = Reserve(name.Length + WireNumber.MaxWhole + zeros.Length + EndRoom + names.Tail.Length);
        name.CopyTo(text);
        int length = name.Length + WireNumber.Write(text[name.Length..], value);
        zeros.CopyTo(text[length..]);
        Commit(End(text, length + zeros.Length, names));
    }

    private void WriteOther(LineNames names, int line, double value, NumberForm form, int decimals)
    {
        if (!double.IsFinite(value))
        {
            Omitted++;
            return;
        }

        ReadOnlySpan<byte> name = names[line];
        int room = name.Length + WireNumber.MaxDecimal + EndRoom + names.Tail.Length;
        Span<byte> text = Reserve(2 * room);
        name.CopyTo(text);
        int length = name.Length + WireNumber.Write(text[name.Length..], value, form, decimals);
        int lines = 1;
        if (SignMeansChange && text[name.Length] == (byte)'-')
        {
            // In the same datagram: the change starts from nothing.
            text[name.Length] = (byte)'0';
            length = End(text, name.Length + 1, names);
            name.CopyTo(text[length..]);
            length += name.Length;
            length += WireNumber.Write(text[length..], value, form, decimals);
            lines = 2;
        }

        Commit(End(text, length, names), lines);
    }

    private int End(Span<byte> text, int length, LineNames names)
    {
        _end.CopyTo(text[length..]);
        length += _endLength;
        if (names.Tail.Length > 0)
        {
            // Tags stand between the type and the end of the line, and bring their own.
            names.Tail.CopyTo(text[--length..]);
            length += names.Tail.Length;
        }

        return length;
    }
}
