namespace Collector.Wire;

/// <summary>Writes StatsD lines: gauges, and counters as what they grew by since the last tick.</summary>
/// <param name="maxPacket">For datagrams: the most bytes of one; 0 for a stream.</param>
/// <param name="fractions">Whether counters may grow by fractions.</param>
internal sealed class StatsdWriter(int maxPacket = 0, bool fractions = false) : WireWriter(maxPacket)
{
    private const int Decimals = 6;

    /// <summary>A step of 0.9999999 is a 1 that lost a bit on its way through a subtraction.</summary>
    private const double Tolerance = 1e-6;

    protected override bool SignMeansChange => true;

    protected override void Stamp(long unixSeconds) => SetEnd("|g\n"u8);

    /// <summary>A counter of whole numbers. Nothing is sent for its first value, nor after it started again.</summary>
    protected override void Step(LineNames names, int line, ulong value)
    {
        ref CounterBaseline baseline = ref names.Baselines[line];
        if (baseline.IsKnown && value >= baseline.Whole)
        {
            WriteStep(names, line, value - baseline.Whole);
        }

        baseline.Whole = value;
        baseline.IsKnown = true;
    }

    /// <summary>A counter of decimal numbers: its whole part, unless fractions are wanted; the rest waits for the next tick.</summary>
    protected override void Step(LineNames names, int line, double value)
    {
        ref CounterBaseline baseline = ref names.Baselines[line];
        if (!baseline.IsKnown || value < baseline.Number - Tolerance)
        {
            baseline.Number = value;
            baseline.IsKnown = true;
            return;
        }

        double step = Math.Max(0, value - baseline.Number);
        if (fractions)
        {
            baseline.Number = value;
            WriteStep(names, line, step);
            return;
        }

        ulong whole = (ulong)(step + Tolerance);
        baseline.Number += whole;
        WriteStep(names, line, whole);
    }

    private void WriteStep(LineNames names, int line, ulong step)
    {
        ReadOnlySpan<byte> name = names[line];
        Span<byte> text = Reserve(name.Length + WireNumber.MaxWhole + EndRoom + names.Tail.Length);
        name.CopyTo(text);
        EndStep(text, name.Length + WireNumber.Write(text[name.Length..], step), names.Tail);
    }

    private void WriteStep(LineNames names, int line, double step)
    {
        ReadOnlySpan<byte> name = names[line];
        Span<byte> text = Reserve(name.Length + WireNumber.MaxDecimal + EndRoom + names.Tail.Length);
        name.CopyTo(text);
        EndStep(text, name.Length + WireNumber.Write(text[name.Length..], step, Decimals), names.Tail);
    }

    private void EndStep(Span<byte> text, int length, ReadOnlySpan<byte> tail)
    {
        "|c"u8.CopyTo(text[length..]);
        ReadOnlySpan<byte> end = tail.Length > 0 ? tail : "\n"u8;
        end.CopyTo(text[(length + 2)..]);
        Commit(length + 2 + end.Length);
    }
}
