namespace Collector.Receiving;

/// <summary>The words for what is wrong with a line: what it is, and what servers do with it.</summary>
internal static class FlawText
{
    /// <summary>What follows the quoted line: <c>has no time stamp; carbon logs and skips it</c>.</summary>
    public static string Of(LineFlaws flaw, ReceivedWire wire) => flaw switch
    {
        _ when wire == ReceivedWire.Statsd && OfStatsd(flaw) is string text => text,
        LineFlaws.NoNumber when wire == ReceivedWire.Pickle => "has a value that is no number; carbon skips it without a word",
        LineFlaws.StampNoNumber when wire == ReceivedWire.Pickle => "has a time stamp that is no number; carbon skips it without a word",
        LineFlaws.TooLong => "is longer than 16384 bytes; carbon closes the connection and loses what else it has read",
        LineFlaws.NotUtf8 => "is not UTF-8; carbon closes the connection, or loses the whole datagram",
        LineFlaws.SplitsInDatagram => "holds a character that ends a line; carbon stores what follows it under another name",
        LineFlaws.CutInDatagram => "stands beyond 8192 bytes of its datagram; carbon cuts it off there",
        LineFlaws.Unfinished => "has no line end, and the connection has ended; carbon loses it without a word",
        LineFlaws.LooksLikeStatsd => "is a line of StatsD; carbon logs and skips it: send it to the port for StatsD",
        LineFlaws.NoValue => "has neither a value nor a time stamp; carbon logs and skips it",
        LineFlaws.NoStamp => "has no time stamp; carbon logs and skips it",
        LineFlaws.TooManyFields => "has more than three fields between blanks; carbon logs and skips it",
        LineFlaws.NoName => "has no name; carbon cannot store it",
        LineFlaws.NulInName => "has a NUL in its name; carbon cannot store it",
        LineFlaws.EmptyNode => "has an empty node in its name (a dot at an end, or two in a row); carbon stores it under another name",
        LineFlaws.LongNode => "has a node of more than 251 bytes in its name; carbon cannot make a file of it",
        LineFlaws.SlashInName => "has a '/' in its name; carbon stores it as if that were a dot",
        LineFlaws.BadTags => "has a tag that is not key=value; carbon stores it as one name, its tags included",
        LineFlaws.NoNumber => "has a value that is no number; carbon logs and skips it",
        LineFlaws.NotANumber => "has no number as its value (nan); carbon loses it without a word",
        LineFlaws.Infinite => "has an infinite value; carbon stores it, and no graph can show it",
        LineFlaws.StampNoNumber => "has a time stamp that is no number; carbon logs and skips it",
        LineFlaws.StampNotFinite => "has nan or inf for a time stamp; carbon closes the connection, or loses the rest of the datagram",
        LineFlaws.StampTooSmall => "has a time stamp before 1970; carbon loses it without a word",
        LineFlaws.StampTooLarge => "has a time stamp beyond 2106 (milliseconds?); carbon loses all points of the series that come with it",
        LineFlaws.NoPoint => "is no (path, (stamp, value)); carbon skips it",
        LineFlaws.NameNoText => "has bytes for a name, not text; carbon closes the connection: encode it with protocol 2 and str",
        LineFlaws.Empty => "is empty; carbon logs and skips it",
        LineFlaws.OddBlank => "has blanks other than spaces and tabs; carbon takes them for blanks, other servers do not",
        LineFlaws.OddName => "has characters in its name that carbon-c-relay replaces by '_'",
        LineFlaws.OddNumber => "has a number that carbon reads, but VictoriaMetrics drops and carbon-c-relay may change: write plain digits",
        LineFlaws.Exponent => "has an exponent; carbon reads it, simpler servers do not",
        LineFlaws.StampIsNow => "has the time stamp -1; carbon takes its own time instead, other servers do not",
        LineFlaws.StampHasFraction => "has a fraction in its time stamp; carbon cuts it off",
        LineFlaws.OldStamp => "is more than a day old; carbon loses it without a word where it keeps less",
        LineFlaws.FutureStamp => "is more than ten minutes ahead of this host's clock",
        _ => $"is faulty ({flaw})",
    };

    /// <summary>Where it is another matter for StatsD, or only for it.</summary>
    private static string? OfStatsd(LineFlaws flaw) => flaw switch
    {
        LineFlaws.TooLong => "is longer than 16384 bytes; servers other than that of node cut it",
        LineFlaws.Unfinished => "has no line end, and the connection has ended; statsd loses it without a word",
        LineFlaws.LooksLikeGraphite => "is a line of Graphite; statsd logs it as bad: send it to the port for Graphite",
        LineFlaws.NoColon => "has no ':' between name and value; statsd logs it as bad",
        LineFlaws.NoName => "has no name; statsd counts it under an empty one",
        LineFlaws.RewrittenName => "has characters in its name other than [A-Za-z0-9_.-]; statsd replaces or deletes them",
        LineFlaws.NoType => "has a value without a type, or a ':' in its name; statsd logs that part as bad",
        LineFlaws.UnknownType => "has an unknown type; node's statsd takes it for a counter",
        LineFlaws.NoNumber => "has a value that is no decimal number; statsd logs it as bad",
        LineFlaws.NotANumber => "has no number as its value (nan); statsd logs it as bad",
        LineFlaws.Infinite => "has an infinite value; what it is added to stays infinite",
        LineFlaws.NegativeTime => "has a negative time; statsd logs it as bad",
        LineFlaws.BadRate => "has a rate that is not @0.N; statsd logs it as bad, or reads another number",
        LineFlaws.DeadlyRate => "has a rate that ends node's statsd",
        LineFlaws.ZeroRate => "has the rate 0; statsd divides by it",
        LineFlaws.Empty => "is empty; statsd skips it",
        LineFlaws.OddNumber => "has a number with a plus or a bare point; not every server reads it",
        LineFlaws.Exponent => "has an exponent; netdata reads only what stands before it",
        LineFlaws.CarriageReturn => "ends with CR LF; collectd refuses it",
        LineFlaws.SignedGauge => "changes a gauge by its value, since it has a sign; to set it, send it in one datagram behind 'name:0|g'",
        LineFlaws.FractionalCounter => "counts by a fraction; collectd and netdata cut it off",
        LineFlaws.OddType => "has a type that not every server knows (h, d, m); node's statsd takes it for a counter",
        LineFlaws.HighRate => "has a rate above 1",
        LineFlaws.StatsdTags => "has tags, which not every server knows",
        LineFlaws.DogStatsd => "is of DogStatsD alone (an event, a check, a time or a container); node's statsd logs it as bad",
        LineFlaws.LargeDatagram => "came in a datagram of more than 4096 bytes; collectd cuts it there",
        _ => null,
    };
}
