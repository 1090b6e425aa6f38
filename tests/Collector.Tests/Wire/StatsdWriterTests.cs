using System.Text;
using Collector.Wire;

namespace Collector.Tests.Wire;

public sealed class StatsdWriterTests
{
    [Test]
    public async Task A_negative_gauge_follows_a_zero()
    {
        StatsdWriter writer = new(1432);
        writer.Begin(0);
        writer.Gauge(OneName.Of("x", WireKind.Statsd), 0, -5.25, 2);
        writer.End();
        await Assert.That(Text(writer)).IsEqualTo("x:0|g\nx:-5.25|g\n");
    }

    [Test]
    public async Task A_negative_gauge_and_its_zero_are_never_parted()
    {
        StatsdWriter writer = new(24);
        writer.Begin(0);
        writer.Gauge(OneName.Of("abcdefgh", WireKind.Statsd), 0, 1ul);
        writer.Gauge(OneName.Of("x", WireKind.Statsd), 0, -5, 2);
        writer.End();
        await Assert.That(string.Join("--", Packets(writer))).IsEqualTo("abcdefgh:1|g\n--x:0|g\nx:-5|g\n");
    }

    [Test]
    public async Task Datagrams_stay_within_their_limit_and_hold_whole_lines()
    {
        StatsdWriter writer = new(1432);
        writer.Begin(0);
        for (ulong index = 0; index < 1000; index++)
        {
            writer.Gauge(OneName.Of("host.group.instance.metric", WireKind.Statsd), 0, index * 1_000_003);
        }

        writer.End();
        string[] packets = Packets(writer);
        await Assert.That(packets.Length).IsGreaterThan(20);
        await Assert.That(packets.All(static packet => packet.Length <= 1432 && packet.EndsWith('\n'))).IsTrue();
        await Assert.That(string.Concat(packets)).IsEqualTo(Text(writer));
    }

    [Test]
    public async Task A_counter_sends_what_it_grew_by()
    {
        LineNames names = OneName.Of("c", WireKind.Statsd);
        await Assert.That(Count(10, names)).IsEqualTo("");
        await Assert.That(Count(17, names)).IsEqualTo("c:7|c\n");
        await Assert.That(Count(17, names)).IsEqualTo("c:0|c\n");
        await Assert.That(Count(3, names)).IsEqualTo("");
        await Assert.That(Count(5, names)).IsEqualTo("c:2|c\n");
    }

    [Test]
    public async Task A_counter_with_fractions_sends_whole_steps_and_loses_nothing()
    {
        LineNames names = OneName.Of("c", WireKind.Statsd);
        long sent = 0;
        for (int tick = 0; tick <= 1000; tick++)
        {
            string line = Count(5.05 + (tick * 0.37), names);
            sent += tick == 0 ? 0 : long.Parse(line[2..^3], System.Globalization.CultureInfo.InvariantCulture);
        }

        await Assert.That(sent).IsEqualTo(370);
    }

    [Test]
    public async Task A_counter_sends_its_fractions_to_a_server_that_takes_them()
    {
        LineNames names = OneName.Of("c", WireKind.Statsd);
        await Assert.That(Count(1.5, names, fractions: true)).IsEqualTo("");
        await Assert.That(Count(1.87, names, fractions: true)).IsEqualTo("c:0.37|c\n");
        await Assert.That(Count(0.5, names, fractions: true)).IsEqualTo("");
        await Assert.That(Count(0.75, names, fractions: true)).IsEqualTo("c:0.25|c\n");
    }

    [Test]
    public async Task A_value_without_a_form_is_left_out_and_counted()
    {
        StatsdWriter writer = new();
        writer.Begin(0);
        writer.Gauge(OneName.Of("x", WireKind.Statsd), 0, double.NaN, 2);
        writer.Count(OneName.Of("x", WireKind.Statsd), 0, double.PositiveInfinity, 2);
        await Assert.That((Text(writer), writer.Omitted)).IsEqualTo(("", 2));
    }

    private static string Count(ulong value, LineNames names)
    {
        StatsdWriter writer = new();
        writer.Begin(0);
        writer.Count(names, 0, value);
        return Text(writer);
    }

    private static string Count(double value, LineNames names, bool fractions = false)
    {
        StatsdWriter writer = new(0, fractions);
        writer.Begin(0);
        writer.Count(names, 0, value, 6);
        return Text(writer);
    }

    private static string Text(WireWriter writer) => Encoding.UTF8.GetString(writer.Bytes);

    private static string[] Packets(WireWriter writer)
    {
        List<string> packets = [];
        int start = 0;
        foreach (int end in writer.PacketEnds)
        {
            packets.Add(Encoding.UTF8.GetString(writer.Bytes[start..end]));
            start = end;
        }

        return [.. packets];
    }
}
