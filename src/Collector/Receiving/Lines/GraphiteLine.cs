using System.Text.Unicode;

namespace Collector.Receiving;

/// <summary>Looks at a line of Graphite's plaintext, <c>path value stamp</c>, as carbon does.</summary>
internal static class GraphiteLine
{
    /// <summary>Carbon reads lines up to this length, without what ends them.</summary>
    public const int MaxBytes = 16384;

    private const int Fields = 3;

    /// <param name="line">The line without its end.</param>
    /// <param name="now">The time in seconds since 1970; what lies far from it is worth a note.</param>
    /// <param name="isDatagram">Whether it came in a datagram, which carbon divides into lines at more than LF.</param>
    public static CheckedLine Check(ReadOnlySpan<byte> line, long now, bool isDatagram = false)
    {
        LineFlaws flaws = line.Length > MaxBytes && !isDatagram ? LineFlaws.TooLong : LineFlaws.None;
        Span<Range> fields = stackalloc Range[Fields];
        int count = Split(line, fields, isDatagram, ref flaws);
        if (System.Text.Ascii.IsValid(line) ? false : !Utf8.IsValid(line))
        {
            flaws |= LineFlaws.NotUtf8;
        }

        if (count != Fields)
        {
            return new(flaws | WrongCount(line, count));
        }

        ReadOnlySpan<byte> name = line[fields[0]];
        ScannedNumber value = ScannedNumber.Of(line[fields[1]]);
        ScannedNumber stamp = ScannedNumber.Of(line[fields[2]]);
        return new(flaws | GraphiteName.Check(name) | CheckValue(value) | CheckStamp(stamp, now), name);
    }

    public static LineFlaws CheckValue(ScannedNumber value) => value.Form switch
    {
        NumberShape.None => LineFlaws.NoNumber,
        NumberShape.NaN => LineFlaws.NotANumber,
        NumberShape.Infinite => LineFlaws.Infinite,
        NumberShape.Odd => LineFlaws.OddNumber,
        NumberShape.Exponent => LineFlaws.Exponent,
        _ => LineFlaws.None,
    };

    public static LineFlaws CheckStamp(ScannedNumber stamp, long now)
    {
        const double FirstTooLarge = 1L << 32;
        const int Day = 86_400;
        const int Ahead = 600;
        LineFlaws flaws = stamp.HasFraction ? LineFlaws.StampHasFraction : LineFlaws.None;
        flaws |= stamp.Form switch
        {
            NumberShape.None => LineFlaws.StampNoNumber,
            NumberShape.NaN or NumberShape.Infinite => LineFlaws.StampNotFinite,
            NumberShape.Odd => LineFlaws.OddNumber,
            NumberShape.Exponent => LineFlaws.Exponent,
            _ => LineFlaws.None,
        };
        if ((flaws & LineFlaws.Malformed) != 0)
        {
            return flaws;
        }

        double seconds = Math.Truncate(stamp.Value);
        return flaws | seconds switch
        {
            -1 => LineFlaws.StampIsNow,
            < 1 => LineFlaws.StampTooSmall,
            >= FirstTooLarge => LineFlaws.StampTooLarge,
            _ when seconds < now - Day => LineFlaws.OldStamp,
            _ when seconds > now + Ahead => LineFlaws.FutureStamp,
            _ => LineFlaws.None,
        };
    }

    /// <summary>Finds what stands between blanks.</summary>
    /// <returns>How many fields there are, those that found no room included.</returns>
    private static int Split(ReadOnlySpan<byte> line, Span<Range> fields, bool isDatagram, ref LineFlaws flaws)
    {
        int count = 0;
        int start = -1;
        for (int index = 0; index < line.Length;)
        {
            byte character = line[index];
            int length = 1;
            bool isBlank = character is not (> 0x20 and < 0x80) && LineBlank.IsAt(line, index, out length);
            if (isBlank)
            {
                // The last of them is a part of the line's end.
                bool isEnd = character == '\r' && index + 1 == line.Length;
                flaws |= character is (byte)' ' or (byte)'\t' || isEnd ? LineFlaws.None : LineFlaws.OddBlank;
                flaws |= isDatagram && !isEnd && LineBlank.EndsLine(line, index) ? LineFlaws.SplitsInDatagram : LineFlaws.None;
                if (start >= 0)
                {
                    Add(fields, ref count, start..index);
                    start = -1;
                }
            }
            else if (start < 0)
            {
                start = index;
            }

            index += isBlank ? length : 1;
        }

        if (start >= 0)
        {
            Add(fields, ref count, start..line.Length);
        }

        return count;
    }

    private static void Add(Span<Range> fields, ref int count, Range field)
    {
        if (count < fields.Length)
        {
            fields[count] = field;
        }

        count++;
    }

    private static LineFlaws WrongCount(ReadOnlySpan<byte> line, int count) => count switch
    {
        0 => LineFlaws.Empty,
        > Fields => LineFlaws.TooManyFields,
        _ when line.Contains((byte)':') && line.Contains((byte)'|') => LineFlaws.LooksLikeStatsd,
        1 => LineFlaws.NoValue,
        _ => LineFlaws.NoStamp,
    };
}
