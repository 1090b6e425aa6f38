using System.Net;
using System.Net.Sockets;
using System.Text;
using Collector.Delivery;
using Collector.Wire;

namespace Collector.Tests.Delivery;

public sealed class HeldLinesTests
{
    private const string Golden = HeldLines.Placeholder;
    private const int Pairs = 100;

    [Test]
    [Arguments(NameSet.Native, "Web-1.example.com", "p.web-1_example_com.load 5 100\n")]
    [Arguments(NameSet.Metcollect, "Web-1.example.com", "p.web-1_example_com.load 5 100\n")]
    [Arguments(NameSet.Collectd, "Web-1.example.com", "p.Web-1_example_com.load 5 100\n")]
    public async Task Lines_leave_under_the_name_and_their_own_stamps(object names, string host, string sent)
    {
        WireNaming naming = new(WireKind.Graphite, (NameSet)names, "p.", Golden);
        string text = Sent("", naming, host, held =>
        {
            Keep(held, 100, $"{naming.Stem}load 5 100\n");
            Keep(held, 110, $"{naming.Stem}load 6 110\n", $"{naming.Stem}swap 1 110\n");
        });

        await Assert.That(text).StartsWith(sent);
        await Assert.That(text.Split('\n').Length).IsEqualTo(4);
        await Assert.That(text).DoesNotContain(Golden);
    }

    [Test]
    public async Task In_tagged_names_the_host_is_a_tag()
    {
        WireNaming naming = new(WireKind.Graphite, NameSet.Tagged, "", Golden);

        await Assert.That(Sent("?names=tagged", naming, "Web-1", held => Keep(held, 100, $"load.shortterm;host={Golden};site=x 5 100\n")))
            .IsEqualTo("load.shortterm;host=web-1;site=x 5 100\n");
    }

    [Test]
    public async Task A_name_that_occurs_twice_is_replaced_twice() =>
        await Assert.That(Sent("", new(WireKind.Graphite, NameSet.Native, "p.", Golden), "h", held => Keep(held, 100, $"p.{Golden}.x.{Golden} 5 100\n")))
            .IsEqualTo("p.h.x.h 5 100\n");

    [Test]
    [Arguments("h")]
    [Arguments("a-host-with-quite-a-long-name-that-is-longer-than-what-stood-there")]
    public async Task A_negative_gauge_and_its_zero_stay_in_one_datagram(string host)
    {
        using Socket receiver = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        receiver.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        receiver.ReceiveTimeout = 5_000;
        int port = ((IPEndPoint)receiver.LocalEndPoint!).Port;
        using DeliveryRig rig = new($"statsd://127.0.0.1:{port}?packet=512");
        WireNaming naming = new(WireKind.Statsd, NameSet.Native, "p.", Golden);
        HeldLines held = new(rig.Destination, naming, 1 << 20);
        Keep(held, 100, [.. Enumerable.Range(0, Pairs).SelectMany(static index => (string[])[$"p.{Golden}.t{index}:0|g\n", $"p.{Golden}.t{index}:-5|g\n"])]);
        rig.Destination.Pump(rig.Now);
        held.Release(naming.For(host), rig.Now);
        rig.Until(() => rig.Destination.LinesSent == Pairs * 2);

        byte[] buffer = new byte[65536];
        List<string> packets = [];
        for (int lines = 0; lines < Pairs * 2; lines += packets[^1].Count(static letter => letter == '\n'))
        {
            packets.Add(Encoding.ASCII.GetString(buffer, 0, receiver.Receive(buffer)));
        }

        await Assert.That(string.Concat(packets)).IsEqualTo(
            string.Concat(Enumerable.Range(0, Pairs).Select(index => $"p.{host}.t{index}:0|g\np.{host}.t{index}:-5|g\n")));
        await Assert.That(packets.Count).IsGreaterThan(3);
        foreach (string packet in packets)
        {
            string[] names = [.. packet.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Split(':')[0])];
            await Assert.That(names.GroupBy(static name => name).All(static group => group.Count() == 2)).IsTrue().Because(packet);
        }
    }

    [Test]
    public async Task Datagrams_of_all_ticks_leave_though_each_would_wait_for_its_time()
    {
        using Socket receiver = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        receiver.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        int port = ((IPEndPoint)receiver.LocalEndPoint!).Port;
        using DeliveryRig rig = new($"statsd://127.0.0.1:{port}", DeliverySettings.Default with { Phase = TimeSpan.FromSeconds(5) });
        WireNaming naming = new(WireKind.Statsd, NameSet.Native, "p.", Golden);
        HeldLines held = new(rig.Destination, naming, 1 << 20);
        rig.Until(() => !rig.IsConnecting, step: 1);
        for (int tick = 0; tick < 3; tick++)
        {
            Keep(held, tick, $"p.{Golden}.c:{tick}|c\n");
        }

        held.Release(naming.For("h"), rig.Now);

        await Assert.That(rig.Destination.LinesSent).IsEqualTo(3);
        await Assert.That(rig.Destination.LinesDropped).IsEqualTo(0);
    }

    [Test]
    public async Task Without_room_the_oldest_are_dropped_and_counted()
    {
        using TemporaryFolder folder = new();
        using DeliveryRig rig = new($"file://{folder.File("sent.txt")}");
        WireNaming naming = new(WireKind.Graphite, NameSet.Native, "p.", Golden);
        HeldLines held = new(rig.Destination, naming, capacity: 4096);
        for (int tick = 0; tick < 100; tick++)
        {
            Keep(held, tick, $"{naming.Stem}a {tick} {tick}\n", $"{naming.Stem}b {tick} {tick}\n");
        }

        long kept = held.Lines;
        await Assert.That(kept).IsBetween(2, 50);
        await Assert.That(held.DroppedLines).IsEqualTo(200 - kept);

        held.Release(naming.For("h"), rig.Now);
        rig.Until(() => rig.Destination.LinesSent == kept);
        await Assert.That(held.Lines).IsEqualTo(0);
        await Assert.That((await File.ReadAllLinesAsync(folder.File("sent.txt"))).SequenceEqual(
            Enumerable.Range(100 - (int)(kept / 2), (int)(kept / 2)).SelectMany(static tick => (string[])[$"p.h.a {tick} {tick}", $"p.h.b {tick} {tick}"]))).IsTrue();
    }

    [Test]
    public async Task A_tick_without_lines_takes_no_room()
    {
        using TemporaryFolder folder = new();
        using DeliveryRig rig = new($"file://{folder.File("sent.txt")}");
        HeldLines held = new(rig.Destination, new(WireKind.Graphite, NameSet.Native, "p.", Golden), 4096);
        Keep(held, 1);

        await Assert.That(held.Lines).IsEqualTo(0);
        await Assert.That(() => held.Release(new(WireKind.Graphite, NameSet.Native, "p.", "h"), rig.Now)).ThrowsNothing();
    }

    private static string Sent(string query, WireNaming naming, string host, Action<HeldLines> keep)
    {
        using TemporaryFolder folder = new();
        using DeliveryRig rig = new($"file://{folder.File("sent.txt")}{query}");
        HeldLines held = new(rig.Destination, naming, 1 << 20);
        keep(held);
        long lines = held.Lines;
        held.Release(naming.For(host), rig.Now);
        rig.Until(() => rig.Destination.LinesSent == lines);
        return File.ReadAllText(folder.File("sent.txt"));
    }

    private static void Keep(HeldLines held, long stamp, params string[] lines)
    {
        held.Writer.Begin(stamp);
        foreach (string line in lines)
        {
            held.Writer.Append(Encoding.UTF8.GetBytes(line));
        }

        held.Writer.End();
        held.Keep(stamp);
    }
}
