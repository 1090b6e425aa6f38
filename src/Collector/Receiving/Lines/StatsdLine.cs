namespace Collector.Receiving;

/// <summary>Looks at a line of StatsD, <c>bucket:value|type</c>, as the server of node does, and knows what others mind.</summary>
internal static class StatsdLine
{
    /// <summary>A rule of this receiver, which has to stop somewhere.</summary>
    public const int MaxBytes = GraphiteLine.MaxBytes;

    /// <param name="line">The line without its end.</param>
    /// <param name="before">The line before it in the same datagram: it may set the gauge that this one changes.</param>
    public static CheckedLine Check(ReadOnlySpan<byte> line, ReadOnlySpan<byte> before = default)
    {
        LineFlaws flaws = line.Length > MaxBytes ? LineFlaws.TooLong : LineFlaws.None;
        if (line is [.., (byte)'\r'])
        {
            flaws |= LineFlaws.CarriageReturn;
            line = line[..^1];
        }

        if (line.IsEmpty)
        {
            return new(flaws | LineFlaws.Empty);
        }

        if (line.StartsWith("_e{"u8) || line.StartsWith("_sc|"u8))
        {
            return new(flaws | LineFlaws.DogStatsd);
        }

        ReadOnlySpan<byte> tags = default;
        ReadOnlySpan<byte> body = line;
        int tagged = line.IndexOf("|#"u8);
        if (tagged >= 0)
        {
            flaws |= LineFlaws.StatsdTags;
            tags = line[(tagged + 2)..];
            body = line[..tagged];
        }

        int colon = body.IndexOf((byte)':');
        if (colon < 0)
        {
            return new(flaws | (IsGraphite(line) ? LineFlaws.LooksLikeGraphite : LineFlaws.NoColon));
        }

        ReadOnlySpan<byte> name = body[..colon];
        flaws |= CheckName(name) | CheckValues(name, body[(colon + 1)..], before);
        return new(flaws, name, tags);
    }

    private static LineFlaws CheckName(ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty)
        {
            return LineFlaws.NoName;
        }

        foreach (byte character in name)
        {
            if (!char.IsAsciiLetterOrDigit((char)character) && character is not ((byte)'_' or (byte)'-' or (byte)'.' or (byte)';' or (byte)'='))
            {
                return LineFlaws.RewrittenName;
            }
        }

        return LineFlaws.None;
    }

    /// <summary>One value, or several with colons between them, each with its type.</summary>
    private static LineFlaws CheckValues(ReadOnlySpan<byte> name, ReadOnlySpan<byte> values, ReadOnlySpan<byte> before)
    {
        LineFlaws flaws = LineFlaws.None;
        while (true)
        {
            // Behind a container's id colons mean nothing.
            int end = values.IndexOf((byte)':');
            if (end >= 2 && values[..end].EndsWith("|c"u8) && values[..end].Count((byte)'|') > 1)
            {
                return flaws | LineFlaws.DogStatsd | CheckValue(name, values[..(end - 2)], before);
            }

            flaws |= CheckValue(name, end < 0 ? values : values[..end], before);
            if (end < 0)
            {
                return flaws;
            }

            values = values[(end + 1)..];
        }
    }

    /// <summary><c>value|type</c>, perhaps with <c>|@rate</c>, or a time as DogStatsD has it.</summary>
    private static LineFlaws CheckValue(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, ReadOnlySpan<byte> before)
    {
        int bar = value.IndexOf((byte)'|');
        if (bar < 0)
        {
            return LineFlaws.NoType;
        }

        ReadOnlySpan<byte> number = value[..bar];
        ReadOnlySpan<byte> type = value[(bar + 1)..];
        LineFlaws flaws = LineFlaws.None;
        int extra = type.IndexOf((byte)'|');
        if (extra >= 0)
        {
            ReadOnlySpan<byte> more = type[(extra + 1)..];
            type = type[..extra];
            flaws |= CheckExtra(more);
        }

        return flaws | type switch
        {
            [(byte)'s'] => LineFlaws.None,
            [(byte)'c'] => CheckCounter(ScannedNumber.Of(number)),
            [(byte)'g'] => CheckGauge(name, number, before),
            [(byte)'m', (byte)'s'] => CheckTime(ScannedNumber.Of(number)),
            [(byte)'h'] or [(byte)'d'] or [(byte)'m'] => LineFlaws.OddType | GraphiteLine.CheckValue(ScannedNumber.Of(number)),
            [] => LineFlaws.NoType,
            _ => LineFlaws.UnknownType,
        };
    }

    private static LineFlaws CheckExtra(ReadOnlySpan<byte> extra)
    {
        if (extra is not [(byte)'@', ..])
        {
            return extra is [(byte)'T', _, ..] ? LineFlaws.DogStatsd : LineFlaws.BadRate;
        }

        int end = extra.IndexOf((byte)'|');
        ReadOnlySpan<byte> text = end < 0 ? extra[1..] : extra[1..end];
        ScannedNumber rate = ScannedNumber.Of(text);
        LineFlaws flaws = end < 0 ? LineFlaws.None : LineFlaws.DogStatsd;
        return flaws | rate.Form switch
        {
            NumberShape.None or NumberShape.NaN => LineFlaws.BadRate,
            NumberShape.Infinite => LineFlaws.DeadlyRate,
            _ when text[0] == '+' => LineFlaws.DeadlyRate,
            _ when text[0] == '-' || rate.Form == NumberShape.Exponent => LineFlaws.BadRate,
            _ when rate.Value == 0 => LineFlaws.ZeroRate,
            _ when rate.Value > 1 => LineFlaws.HighRate,
            _ => LineFlaws.None,
        };
    }

    private static LineFlaws CheckCounter(ScannedNumber number) =>
        GraphiteLine.CheckValue(number) | (number.HasFraction ? LineFlaws.FractionalCounter : LineFlaws.None);

    private static LineFlaws CheckTime(ScannedNumber number) =>
        GraphiteLine.CheckValue(number) | (number.Value < 0 ? LineFlaws.NegativeTime : LineFlaws.None);

    /// <summary>A sign makes a change of it, unless the line before has set the same gauge to zero for that purpose.</summary>
    private static LineFlaws CheckGauge(ReadOnlySpan<byte> name, ReadOnlySpan<byte> number, ReadOnlySpan<byte> before)
    {
        LineFlaws flaws = GraphiteLine.CheckValue(ScannedNumber.Of(number));
        if (number is not [(byte)'-' or (byte)'+', ..])
        {
            return flaws;
        }

        bool isSetBefore = before.StartsWith(name) && before[name.Length..].StartsWith(":0|g"u8);
        return isSetBefore ? flaws : (flaws & ~LineFlaws.OddNumber) | LineFlaws.SignedGauge;
    }

    /// <summary>Whether it is one of Graphite's lines: three fields with blanks between them.</summary>
    private static bool IsGraphite(ReadOnlySpan<byte> line) =>
        !line.Contains((byte)'|') && (GraphiteLine.Check(line, now: 0).Flaws & LineFlaws.Malformed) == 0;
}
