using System.Text;
using Collector.Receiving;
using Collector.Tests.Wire;
using Collector.Wire;
using CsCheck;

namespace Collector.Tests.Receiving;

public sealed class GraphiteLineTests
{
    private const long Now = 1_700_000_000;

    [Test]
    [Arguments("a.b 1 1700000000", LineFlaws.None)]
    [Arguments("a.b -1.5\t1700000000\r", LineFlaws.None)]
    [Arguments("  a.b  1  1700000000 ", LineFlaws.None)]
    [Arguments("a;host=web1;x=~ 1 1700000000", LineFlaws.BadTags)]
    [Arguments("a;host=w.e/b 1 1700000000", LineFlaws.None)]
    [Arguments("a;host 1 1700000000", LineFlaws.BadTags)]
    [Arguments("a;=x 1 1700000000", LineFlaws.BadTags)]
    [Arguments("a;h!=x 1 1700000000", LineFlaws.BadTags)]
    [Arguments("a; 1 1700000000", LineFlaws.BadTags)]
    [Arguments(";a=b 1 1700000000", LineFlaws.NoName)]
    [Arguments("", LineFlaws.Empty)]
    [Arguments("a.b", LineFlaws.NoValue)]
    [Arguments("a.b 1", LineFlaws.NoStamp)]
    [Arguments("a b 1 1700000000", LineFlaws.TooManyFields)]
    [Arguments("a\u2003b 1 1700000000", LineFlaws.TooManyFields | LineFlaws.OddBlank)]
    [Arguments("a\u00A01 1700000000", LineFlaws.OddBlank)]
    [Arguments("foo:1|c", LineFlaws.LooksLikeStatsd)]
    [Arguments(".a 1 1700000000", LineFlaws.EmptyNode)]
    [Arguments("a..b 1 1700000000", LineFlaws.EmptyNode)]
    [Arguments("a. 1 1700000000", LineFlaws.EmptyNode)]
    [Arguments("a/b 1 1700000000", LineFlaws.SlashInName)]
    [Arguments("a\0b 1 1700000000", LineFlaws.NulInName)]
    [Arguments("aé 1 1700000000", LineFlaws.OddName)]
    [Arguments("a x 1700000000", LineFlaws.NoNumber)]
    [Arguments("a 0x10 1700000000", LineFlaws.NoNumber)]
    [Arguments("a 1,5 1700000000", LineFlaws.NoNumber)]
    [Arguments("a nan 1700000000", LineFlaws.NotANumber)]
    [Arguments("a -Infinity 1700000000", LineFlaws.Infinite)]
    [Arguments("a 1e999 1700000000", LineFlaws.Infinite)]
    [Arguments("a 1e5 1700000000", LineFlaws.Exponent)]
    [Arguments("a .5 1700000000", LineFlaws.OddNumber)]
    [Arguments("a 5. 1700000000", LineFlaws.OddNumber)]
    [Arguments("a +5 1700000000", LineFlaws.OddNumber)]
    [Arguments("a 1_000 1700000000", LineFlaws.OddNumber)]
    [Arguments("a 1__0 1700000000", LineFlaws.NoNumber)]
    [Arguments("a . 1700000000", LineFlaws.NoNumber)]
    [Arguments("a 1 now", LineFlaws.StampNoNumber)]
    [Arguments("a 1 nan", LineFlaws.StampNotFinite)]
    [Arguments("a 1 0", LineFlaws.StampTooSmall)]
    [Arguments("a 1 -5", LineFlaws.StampTooSmall)]
    [Arguments("a 1 -1", LineFlaws.StampIsNow)]
    [Arguments("a 1 1700000000000", LineFlaws.StampTooLarge)]
    [Arguments("a 1 1700000000.5", LineFlaws.StampHasFraction)]
    [Arguments("a 1 1699900000", LineFlaws.OldStamp)]
    [Arguments("a 1 1700001000", LineFlaws.FutureStamp)]
    internal async Task A_line_is_judged_as_carbon_would(string line, LineFlaws flaws)
    {
        await Assert.That(GraphiteLine.Check(Encoding.UTF8.GetBytes(line), Now).Flaws).IsEqualTo(flaws);
    }

    [Test]
    public async Task A_node_is_no_longer_than_a_files_name()
    {
        await Assert.That(Check($"{new string('a', 251)}.b 1 {Now}")).IsEqualTo(LineFlaws.None);
        await Assert.That(Check($"{new string('a', 252)}.b 1 {Now}")).IsEqualTo(LineFlaws.LongNode);
        await Assert.That(Check($"{new string('a', 252)}.b;host=x 1 {Now}")).IsEqualTo(LineFlaws.None);
    }

    [Test]
    public async Task A_line_has_at_most_16384_bytes_over_TCP()
    {
        string end = $" 1 {Now}";
        string tags = string.Concat(Enumerable.Repeat(";k=v", 4096));
        await Assert.That(Check($"a{tags[..^17]}{end}") & LineFlaws.TooLong).IsEqualTo(LineFlaws.None);
        await Assert.That(Check($"a{tags}{end}")).IsEqualTo(LineFlaws.TooLong);
    }

    [Test]
    public async Task Bytes_that_are_no_UTF_8_are_found()
    {
        byte[] line = [0xFF, .. Encoding.ASCII.GetBytes($"a 1 {Now}")];
        await Assert.That(GraphiteLine.Check(line, Now).Flaws & LineFlaws.Malformed).IsEqualTo(LineFlaws.NotUtf8);
    }

    [Test]
    public async Task In_a_datagram_more_than_a_line_feed_ends_a_line()
    {
        byte[] line = Encoding.UTF8.GetBytes($"a\u2028b 1 {Now}");
        await Assert.That(GraphiteLine.Check(line, Now, isDatagram: true).Flaws & LineFlaws.SplitsInDatagram).IsEqualTo(LineFlaws.SplitsInDatagram);
        await Assert.That(GraphiteLine.Check(line, Now).Flaws & LineFlaws.SplitsInDatagram).IsEqualTo(LineFlaws.None);
    }

    [Test]
    public void Any_bytes_are_judged_without_a_crash_and_have_words()
    {
        Gen.Byte.Array[0, 80].Sample(static bytes =>
        {
            LineFlaws flaws = GraphiteLine.Check(bytes, Now).Flaws | StatsdLine.Check(bytes, bytes).Flaws;
            return AllFlaws(flaws).All(static flaw => !FlawText.Of(flaw, ReceivedWire.Graphite).StartsWith("is faulty", StringComparison.Ordinal)
                || !FlawText.Of(flaw, ReceivedWire.Statsd).StartsWith("is faulty", StringComparison.Ordinal));
        });
    }

    [Test]
    public void Whatever_carbon_stores_is_well_formed_and_nothing_else()
    {
        Gen<string> line = Gen.String[Gen.Char["ab.;=~/ \t-+1"], 1, 12];
        line.Sample(static name =>
        {
            string text = $"{name} 1 {Now}";
            bool isGood = (Check(text) & LineFlaws.Malformed) == 0;
            return isGood == CarbonRules.Stores(text) || text.Contains('+') || text.Contains("  ") || text.StartsWith(' ') || text.Contains('\t') || text.Contains(';');
        });
    }

    [Test]
    public void Every_line_that_we_write_is_well_formed()
    {
        Gen.Select(Gen.Double, Gen.Int[0, 9]).Sample(static (value, decimals) =>
        {
            GraphiteWriter graphite = new();
            graphite.Begin(Now);
            graphite.Gauge(OneName.Of("a.b", WireKind.Graphite), 0, value, decimals);
            StatsdWriter statsd = new();
            statsd.Begin(Now);
            statsd.Gauge(OneName.Of("a.b", WireKind.Statsd), 0, value, decimals);
            return IsGood(graphite.Bytes, static (line, _) => GraphiteLine.Check(line, Now).Flaws)
                && IsGood(statsd.Bytes, static (line, before) => StatsdLine.Check(line, before).Flaws);
        });
    }

    private delegate LineFlaws Checker(ReadOnlySpan<byte> line, ReadOnlySpan<byte> before);

    private static bool IsGood(ReadOnlySpan<byte> lines, Checker check)
    {
        ReadOnlySpan<byte> before = default;
        while (!lines.IsEmpty)
        {
            int length = lines.IndexOf((byte)'\n');
            if (check(lines[..length], before) != LineFlaws.None)
            {
                return false;
            }

            before = lines[..length];
            lines = lines[(length + 1)..];
        }

        return true;
    }

    private static IEnumerable<LineFlaws> AllFlaws(LineFlaws flaws) =>
        Enum.GetValues<LineFlaws>().Where(flaw => System.Numerics.BitOperations.IsPow2((ulong)flaw) && (flaws & flaw) != 0);

    private static LineFlaws Check(string line) => GraphiteLine.Check(Encoding.UTF8.GetBytes(line), Now).Flaws;
}
