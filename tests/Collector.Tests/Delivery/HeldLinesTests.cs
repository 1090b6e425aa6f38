using Collector.Delivery;
using Collector.Wire;

namespace Collector.Tests.Delivery;

public sealed class HeldLinesTests
{
    [Test]
    [Arguments("", "native", "p.{0}.load 1 100\n", "p.web_1.load 1 100\n")]
    [Arguments("", "collectd", "p.{0}.load.load.shortterm 1 100\n", "p.Web_1.load.load.shortterm 1 100\n")]
    [Arguments("", "tagged", "p.load;host={0};rack=7 1 100\n", "p.load;host=web.1;rack=7 1 100\n")]
    [Arguments("?format=statsd", "native", "p.{0}.t:0|g\np.{0}.t:-5|g\np.{0}.u:1|g\n", "p.web_1.t:0|g\np.web_1.t:-5|g\np.web_1.u:1|g\n")]
    public async Task Lines_leave_under_the_name_with_their_own_stamps(string query, string set, string held, string expected)
    {
        using TemporaryFolder folder = new();
        using DeliveryRig rig = new($"file://{folder.File("sent")}{query}");
        _ = NameSets.TryParse(set, out NameSet names);
        WireKind wire = query.Length > 0 ? WireKind.Statsd : WireKind.Graphite;
        HeldLines lines = new(rig.Destination, Naming(wire, names, HeldLines.Placeholder), 1 << 20);
        Write(lines, string.Format(System.Globalization.CultureInfo.InvariantCulture, held, HeldLines.Placeholder));

        await Assert.That(lines.Lines).IsEqualTo(held.Count(static letter => letter == '\n'));
        lines.Release(Naming(wire, names, "Web.1"));
        rig.Destination.Pump(0);

        await Assert.That(lines.Lines).IsEqualTo(0);
        await Assert.That(await File.ReadAllTextAsync(folder.File("sent"))).IsEqualTo(expected);
    }

    [Test]
    public async Task What_finds_no_room_is_counted_and_the_newest_stays()
    {
        using TemporaryFolder folder = new();
        using DeliveryRig rig = new($"file://{folder.File("sent")}");
        HeldLines lines = new(rig.Destination, Naming(WireKind.Graphite, NameSet.Native, HeldLines.Placeholder), 1000);
        for (int tick = 0; tick < 10; tick++)
        {
            Write(lines, $"p.{HeldLines.Placeholder}.load {tick} {tick}\n");
        }

        await Assert.That(lines.Lines + lines.DroppedLines).IsEqualTo(10);
        await Assert.That(lines.DroppedLines).IsGreaterThan(0);
        lines.Release(Naming(WireKind.Graphite, NameSet.Native, "h"));
        rig.Destination.Pump(0);
        await Assert.That(await File.ReadAllTextAsync(folder.File("sent"))).EndsWith("p.h.load 9 9\n");
    }

    private static WireNaming Naming(WireKind wire, NameSet names, string host) => new(wire, names, "p.", host);

    private static void Write(HeldLines lines, string text)
    {
        lines.Writer.Begin(100);
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            lines.Writer.Append(System.Text.Encoding.UTF8.GetBytes(line + "\n"));
        }

        lines.Writer.End();
        lines.Keep(100);
    }
}
