using System.Numerics;
using System.Text;
using Collector.Filters;

namespace Collector.Receiving;

/// <summary>Shows and counts lines: good ones on standard output, what is wrong on standard error.</summary>
/// <param name="style">What is shown of good ones.</param>
/// <param name="isStrict">Whether what other servers mind is malformed too.</param>
/// <param name="most">After how many lines to stop.</param>
/// <param name="expected">Patterns of names that are waited for.</param>
/// <param name="output">Takes good lines.</param>
/// <param name="errors">Takes the rest.</param>
internal sealed class LineReport(
    TailStyle style, bool isStrict, long most, IEnumerable<string> expected, LineOutput output, LineOutput errors)
{
    private const int QuotedBytes = 120;

    private readonly List<string> _missing = [.. expected];
    private readonly LineFlaws _malformed = isStrict ? (LineFlaws)ulong.MaxValue : LineFlaws.Malformed;

    /// <summary>All lines, good and bad.</summary>
    public long Lines { get; private set; }

    public bool IsFull => Lines >= most;

    public bool HasMalformed { get; private set; }

    /// <summary>The patterns that no good line has matched yet.</summary>
    public IReadOnlyList<string> Missing => _missing;

    /// <summary>A line, or a point of a pickle written as one.</summary>
    /// <param name="tally">What it counts for.</param>
    /// <param name="sender">Where it comes from.</param>
    /// <param name="line">As it came.</param>
    /// <param name="check">What was found.</param>
    public void Add(Tally tally, Sender sender, ReadOnlySpan<byte> line, CheckedLine check)
    {
        Lines++;
        tally.Lines++;
        if (check.Flaws != LineFlaws.None)
        {
            Tell(tally, sender, line, check.Flaws);
            if ((check.Flaws & _malformed) != 0)
            {
                tally.Malformed++;
                HasMalformed = true;
                return;
            }
        }

        if (check.Name.Length > 0 && tally.Series.Add(check.Name, check.Tags) && _missing.Count > 0)
        {
            string name = Encoding.UTF8.GetString(check.Name);
            _missing.RemoveAll(pattern => Glob.IsMatch(pattern, name));
        }

        if (style == TailStyle.Lines)
        {
            output.Add(line);
        }
    }

    /// <summary>What is wrong, but with no line of its own.</summary>
    public void AddFault(Tally tally, Sender sender, string fault)
    {
        tally.Malformed++;
        HasMalformed = true;
        Log($"{sender}: {fault}");
    }

    /// <summary>Says something on standard error.</summary>
    public void Log(string text) => errors.Add($"collector: {StandardError.Printable(text)}");

    /// <summary>Hands over what the system takes now.</summary>
    public void Flush()
    {
        output.Flush();
        errors.Flush();
    }

    /// <summary>Faults are told one by one, unless only counts are wanted; what merely may hurt is told once for each kind.</summary>
    private void Tell(Tally tally, Sender sender, ReadOnlySpan<byte> line, LineFlaws flaws)
    {
        LineFlaws faults = flaws & _malformed;
        if (faults != 0)
        {
            LineFlaws first = First(faults);
            if (style != TailStyle.Counts || (tally.Told & first) == 0)
            {
                tally.Told |= first;
                Log($"{Place(tally, sender)}: {Quote(line)} {FlawText.Of(first, tally.Wire)}{(style == TailStyle.Counts ? " (said once)" : "")}");
            }

            return;
        }

        for (LineFlaws notes = flaws & ~tally.Told; notes != 0; notes &= notes - 1)
        {
            LineFlaws first = First(notes);
            tally.Told |= first;
            Log($"note: {Place(tally, sender)}: {Quote(line)} {FlawText.Of(first, tally.Wire)} (said once)");
        }
    }

    private static LineFlaws First(LineFlaws flaws) => (LineFlaws)(1ul << BitOperations.TrailingZeroCount((ulong)flaws));

    private static string Place(Tally tally, Sender sender) =>
        $"{sender}: {(tally.Wire == ReceivedWire.Pickle ? "point" : "line")} {sender.Line}";

    /// <summary>The line in quotes, its beginning if it is long.</summary>
    private static string Quote(ReadOnlySpan<byte> line)
    {
        line = line.TrimEnd("\r\n"u8);
        return line.Length > QuotedBytes
            ? $"'{Encoding.UTF8.GetString(line[..QuotedBytes])}…'"
            : $"'{Encoding.UTF8.GetString(line)}'";
    }
}
