namespace Collector.Wire;

/// <summary>Writes StatsD lines: gauges, and counters as what they grew by since the last tick.</summary>
/// <param name="maxPacket">For datagrams: the most bytes of one; 0 for a stream.</param>
/// <param name="fractions">Whether counters may grow by fractions.</param>
internal sealed class StatsdWriter(int maxPacket = 0, bool fractions = false) : WireWriter(maxPacket)
{
    private const int Decimals = 6;

    /// <summary>A step of 0.9999999 is a 1 that lost a bit on its way through a subtraction.</summary>
    private const double Tolerance = 1e-6;

    /// <summary>A gauge that is a whole number.</summary>
    public void Gauge(ReadOnlySpan<byte> name, ulong value)
    {
        Span<byte> line = Reserve(name.Length + WireNumber.MaxWhole + 3);
        name.CopyTo(line);
        int length = name.Length + WireNumber.Write(line[name.Length..], value);
        "|g\n"u8.CopyTo(line[length..]);
        Commit(length + 3);
    }

    /// <summary>A gauge. One with a sign would be a change to a server, so a negative value follows a zero in the same datagram.</summary>
    public void Gauge(ReadOnlySpan<byte> name, double value, int decimals)
    {
        if (!double.IsFinite(value))
        {
            Omitted++;
            return;
        }

        Span<byte> line = Reserve((2 * name.Length) + WireNumber.MaxDecimal + 8);
        name.CopyTo(line);
        int length = name.Length;
        int digits = WireNumber.Write(line[length..], value, decimals);
        int lines = 1;
        if (line[length] == (byte)'-')
        {
            "0|g\n"u8.CopyTo(line[length..]);
            length += 4;
            name.CopyTo(line[length..]);
            length += name.Length;
            digits = WireNumber.Write(line[length..], value, decimals);
            lines = 2;
        }

        length += digits;
        "|g\n"u8.CopyTo(line[length..]);
        Commit(length + 3, lines);
    }

    /// <summary>A counter of whole numbers. Nothing is sent for its first value, nor after it started again.</summary>
    public void Count(ReadOnlySpan<byte> name, ulong value, ref CounterBaseline<ulong> baseline)
    {
        if (baseline.IsKnown && value >= baseline.Value)
        {
            Count(name, value - baseline.Value);
        }

        baseline.Value = value;
        baseline.IsKnown = true;
    }

    /// <summary>A counter of decimal numbers: its whole part, unless fractions are wanted; the rest waits for the next tick.</summary>
    public void Count(ReadOnlySpan<byte> name, double value, ref CounterBaseline<double> baseline)
    {
        if (!double.IsFinite(value))
        {
            Omitted++;
            return;
        }

        if (!baseline.IsKnown || value < baseline.Value - Tolerance)
        {
            baseline.Value = value;
            baseline.IsKnown = true;
            return;
        }

        double step = Math.Max(0, value - baseline.Value);
        if (fractions)
        {
            baseline.Value = value;
            Count(name, step);
            return;
        }

        ulong whole = (ulong)(step + Tolerance);
        baseline.Value += whole;
        Count(name, whole);
    }

    private void Count(ReadOnlySpan<byte> name, ulong step)
    {
        Span<byte> line = Reserve(name.Length + WireNumber.MaxWhole + 3);
        name.CopyTo(line);
        int length = name.Length + WireNumber.Write(line[name.Length..], step);
        "|c\n"u8.CopyTo(line[length..]);
        Commit(length + 3);
    }

    private void Count(ReadOnlySpan<byte> name, double step)
    {
        Span<byte> line = Reserve(name.Length + WireNumber.MaxDecimal + 3);
        name.CopyTo(line);
        int length = name.Length + WireNumber.Write(line[name.Length..], step, Decimals);
        "|c\n"u8.CopyTo(line[length..]);
        Commit(length + 3);
    }
}
