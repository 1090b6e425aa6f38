using System.Globalization;
using System.Text;
using Collector.Delivery;

namespace Collector.Tests.Delivery;

public sealed class FoldingTableTests
{
    [Test]
    [Arguments("a:1|g a:7|g a:2.5|g", "a:2.5|g")]
    [Arguments("a:1|c a:41|c", "a:42|c")]
    [Arguments("a:0|c a:0|c", "a:0|c")]
    [Arguments("a:0.1|c a:0.2|c", "a:0.3|c")]
    [Arguments("a:9007199254740990|c a:1|c", "a:9007199254740991|c")]
    [Arguments("a:18446744073709551615|c", "a:18446744073709551616|c")]
    [Arguments("a:1|c|@0.1 a:1|c a:2|c|@0.1", "a:3|c|@0.1 a:1|c")]
    [Arguments("a:1|c|#x:1,y:2 a:1|c|#x:2 a:5|c|#x:1,y:2", "a:6|c|#x:1,y:2 a:1|c|#x:2")]
    [Arguments("a:1|g a:1|c a:2|c", "a:1|g a:3|c")]
    [Arguments("a:0|g a:-5|g", "a:0|g a:-5|g")]
    [Arguments("a:3|g a:0|g a:-4|g a:0|g a:-5|g", "a:0|g a:-5|g")]
    [Arguments("a:0|g|#t:1 a:-5|g|#t:1 a:8|g|#t:1", "a:8|g|#t:1")]
    [Arguments("a:10|g a:-3|g a:+1|g", "a:8|g")]
    [Arguments("a:+3|g a:+4|g", "a:+7|g")]
    [Arguments("a:+3|g a:-4|g", "a:-1|g")]
    [Arguments("a:+3|g a:-3|g", "a:+0|g")]
    [Arguments("a:-3|g a:9|g", "a:9|g")]
    [Arguments("b:1|g a:1|g b:2|g", "b:2|g a:1|g")]
    public async Task Values_fold_as_their_type_says(string lines, string folded)
    {
        FoldingTable table = new(1 << 20);
        table.Fold(Lines(lines), 1);
        long waiting = table.WaitingLines;
        string text = Text(table.Take());

        await Assert.That(text).IsEqualTo(folded);
        await Assert.That(waiting).IsEqualTo(folded.Split(' ').Length);
        await Assert.That(waiting + table.MergedLines).IsEqualTo(lines.Split(' ').Length);
        await Assert.That(table.WaitingLines).IsEqualTo(0);
        await Assert.That(table.Take().IsEmpty).IsTrue();
    }

    [Test]
    [Arguments("123456.789012345")]
    [Arguments("0.000012345678901")]
    [Arguments("9007199254740991")]
    [Arguments("1999999999.123456")]
    [Arguments("100000000.123456")]
    [Arguments("0.000000001")]
    public async Task A_value_leaves_as_it_came(string value)
    {
        FoldingTable table = new(1 << 20);
        table.Fold(Lines($"a:1|g a:{value}|g"), 1);

        await Assert.That(Text(table.Take())).IsEqualTo($"a:{value}|g");
    }

    [Test]
    public async Task What_cannot_be_folded_is_dropped()
    {
        FoldingTable table = new(1 << 20);
        table.Fold(Lines("a:3|ms a:x|g a:|c a b:1|g"), 1);

        await Assert.That(Text(table.Take())).IsEqualTo("b:1|g");
        await Assert.That(table.DroppedLines).IsEqualTo(4);
    }

    [Test]
    public async Task When_there_is_no_room_new_series_are_dropped_and_known_ones_go_on()
    {
        FoldingTable table = new(1000);
        string[] names = [.. Enumerable.Range(0, 100).Select(static index => $"series{index}")];
        for (int tick = 1; tick <= 3; tick++)
        {
            table.Fold(Lines(string.Join(' ', names.Select(static name => $"{name}:1|c"))), tick);
        }

        long kept = table.WaitingLines;
        long bytes = table.Bytes;
        string text = Text(table.Take());

        await Assert.That(bytes).IsBetween(900, 1000);
        await Assert.That(text).IsEqualTo(string.Join(' ', names.Take((int)kept).Select(static name => $"{name}:3|c")));
        await Assert.That(table.DroppedLines).IsEqualTo(3 * (100 - kept));
        await Assert.That(table.MergedLines).IsEqualTo(2 * kept);
    }

    [Test]
    public async Task What_was_taken_and_not_sent_comes_back_without_being_counted_anew()
    {
        FoldingTable table = new(1 << 20);
        table.Fold(Lines("a:1|c b:0|g b:-2|g"), 1);
        byte[] taken = table.Take().ToArray();
        table.Fold(Lines("a:5|c"), 2);
        table.Fold(taken, 2);

        await Assert.That(table.WaitingLines).IsEqualTo(3);
        await Assert.That(table.MergedLines).IsEqualTo(1);
        await Assert.That(Text(table.Take())).IsEqualTo("a:6|c b:0|g b:-2|g");
    }

    [Test]
    public async Task A_large_table_is_taken_in_pieces_and_each_series_once()
    {
        FoldingTable table = new(16 << 20);
        StringBuilder lines = new();
        for (int series = 0; series < 20_000; series++)
        {
            lines.Append(CultureInfo.InvariantCulture, $"some.series.{series}:1|c ");
        }

        table.Fold(Lines(lines.ToString().TrimEnd()), 1);
        table.Fold(Lines(lines.ToString().TrimEnd()), 2);
        List<string> taken = [];
        int pieces = 0;
        for (string piece = Text(table.Take()); piece.Length > 0; piece = Text(table.Take()))
        {
            taken.AddRange(piece.Split(' '));
            pieces++;
        }

        await Assert.That(pieces).IsGreaterThan(5);
        await Assert.That(taken.Distinct().Count()).IsEqualTo(20_000);
        await Assert.That(taken.Count).IsEqualTo(20_000);
        await Assert.That(taken.All(static line => line.EndsWith(":2|c", StringComparison.Ordinal))).IsTrue();
    }

    [Test]
    public async Task Folding_allocates_nothing_once_the_series_are_known()
    {
        FoldingTable table = new(1 << 20);
        byte[] lines = Lines("a:1|c b:0|g b:-2.25|g c:123.5|g|#t:1 d:+2|g");
        table.Fold(lines, 0);

        // The runtime allocates too while it compiles what runs often, so the quietest round counts.
        long allocated = long.MaxValue;
        for (int round = 0; round < 10; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int tick = 1; tick <= 100; tick++)
            {
                table.Fold(lines, (round * 100) + tick);
            }

            allocated = Math.Min(allocated, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        await Assert.That(allocated).IsEqualTo(0);
        await Assert.That(Text(table.Take())).IsEqualTo("a:1001|c b:0|g b:-2.25|g c:123.5|g|#t:1 d:+2002|g");
    }

    [Test]
    [Arguments("a:1|g a:0|g a:-5|g", 6, 6)]
    [Arguments("a:1|g a:0|g a:-5|g", 12, 6)]
    [Arguments("a:1|g b:0|g a:-5|g", 12, 12)]
    [Arguments("a:1|g a:2|g a:-5|g", 12, 12)]
    [Arguments("a:0|g a:-5|g", 13, 13)]
    public async Task A_negative_gauge_is_not_parted_from_its_zero(string lines, int start, int expected) =>
        await Assert.That(StatsdLine.PairStart(Lines(lines), start)).IsEqualTo(expected);

    private static byte[] Lines(string text) => Encoding.ASCII.GetBytes($"{text.Replace(' ', '\n')}\n");

    private static string Text(ReadOnlySpan<byte> lines) => Encoding.ASCII.GetString(lines).TrimEnd('\n').Replace('\n', ' ');
}
