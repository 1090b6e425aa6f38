namespace Collector.Receiving;

/// <summary>Lines with LF at their ends: Graphite's and StatsD's.</summary>
internal sealed class LineIntake(Tally tally, LineReport report) : Intake(tally, report)
{
    private const int MaxLine = GraphiteLine.MaxBytes;

    /// <summary>What carbon reads of a datagram.</summary>
    private const int CarbonDatagram = 8192;

    /// <summary>What collectd reads of one.</summary>
    private const int SmallestDatagram = 4096;

    /// <summary>One byte more than a line may have, and its LF.</summary>
    public override int MaxRest => MaxLine + 2;

    public override int Take(ReadOnlySpan<byte> bytes, Sender sender)
    {
        long now = Now;
        int start = 0;
        ReadOnlySpan<byte> before = default;
        while (!Report.IsFull)
        {
            int length = bytes[start..].IndexOf((byte)'\n');
            if (length < 0)
            {
                return TakeRest(bytes, start, sender);
            }

            ReadOnlySpan<byte> line = bytes.Slice(start, length);
            if (sender.IsSkipping)
            {
                sender.IsSkipping = false;
            }
            else
            {
                sender.Line++;
                Report.Add(Tally, sender, bytes.Slice(start, length + 1), Check(line, before, now, isDatagram: false));
            }

            start += length + 1;
            before = line;
        }

        return start;
    }

    public override void End(ReadOnlySpan<byte> rest, Sender sender)
    {
        if (!rest.IsEmpty && !sender.IsSkipping && !Report.IsFull)
        {
            sender.Line++;
            Report.Add(Tally, sender, rest, new(LineFlaws.Unfinished));
        }
    }

    public override void TakeDatagram(ReadOnlySpan<byte> bytes, Sender sender)
    {
        long now = Now;
        LineFlaws flaws = Tally.Wire == ReceivedWire.Statsd && bytes.Length > SmallestDatagram ? LineFlaws.LargeDatagram : LineFlaws.None;
        int most = Tally.Wire == ReceivedWire.Graphite ? CarbonDatagram : int.MaxValue;
        ReadOnlySpan<byte> before = default;
        sender.Line = 0;
        for (int start = 0; start < bytes.Length && !Report.IsFull;)
        {
            int length = bytes[start..].IndexOf((byte)'\n');
            int end = length < 0 ? bytes.Length : start + length + 1;
            ReadOnlySpan<byte> line = length < 0 ? bytes[start..] : bytes.Slice(start, length);
            CheckedLine check = Check(line, before, now, isDatagram: true);
            LineFlaws cut = start + line.Length > most ? LineFlaws.CutInDatagram : LineFlaws.None;
            sender.Line++;
            Report.Add(Tally, sender, bytes[start..end], new(check.Flaws | flaws | cut, check.Name, check.Tags));
            start = end;
            before = line;
        }
    }

    private CheckedLine Check(ReadOnlySpan<byte> line, ReadOnlySpan<byte> before, long now, bool isDatagram) =>
        Tally.Wire == ReceivedWire.Graphite ? GraphiteLine.Check(line, now, isDatagram) : StatsdLine.Check(line, before);

    /// <summary>What has no end yet waits for it, unless it is too long already: then what follows it is thrown away.</summary>
    private int TakeRest(ReadOnlySpan<byte> bytes, int start, Sender sender)
    {
        if (!sender.IsSkipping && bytes.Length - start <= MaxLine + 1)
        {
            return start;
        }

        if (!sender.IsSkipping)
        {
            sender.IsSkipping = true;
            sender.Line++;
            Report.Add(Tally, sender, bytes[start..], new(LineFlaws.TooLong));
        }

        return bytes.Length;
    }
}
