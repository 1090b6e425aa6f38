using Collector.Scheduling;
using Collector.Tests.Logging;
using Collector.Wire;

namespace Collector.Tests.Wire;

/// <summary>New series that wait for their turn, from readers to lines.</summary>
public sealed class HeldSeriesTests
{
    private const long Tick = 10_000_000_000;

    [Test]
    [Arguments(WireKind.Graphite, NameSet.Native)]
    [Arguments(WireKind.Graphite, NameSet.Tagged)]
    public async Task Each_tick_adds_its_share_in_the_order_of_the_lines_until_all_are_sent(object wire, object names)
    {
        RecordedHost host = RecordedHost.Open("laptop");
        WireNaming naming = new((WireKind)wire, (NameSet)names, "p.", "h");
        GroupSerializer[] serializers = host.Serializers(naming);
        GroupSerializer[] unheld = host.Serializers(naming);
        FirstSeenRamp ramp = new(60, TimeSpan.FromSeconds(10));
        foreach (GroupSerializer serializer in serializers)
        {
            serializer.Ramp = ramp;
        }

        GraphiteWriter writer = new();
        GraphiteWriter all = new();
        List<string> log = [];
        RampMonitor monitor = new(ramp, LoggedLines.To(log));
        string[] before = [];
        int ticks = 0;
        do
        {
            host.Read();
            ramp.BeginTick(ticks * Tick);
            string[] now = NamesOf(RecordedHost.Lines(writer, serializers));
            RecordedHost.Lines(all, unheld);
            monitor.Report();
            await Assert.That(now.Length - before.Length).IsBetween(0, 10);
            await Assert.That(string.Join("|", now.Where(before.Contains))).IsEqualTo(string.Join("|", before));
            before = now;
            ticks++;
        }
        while (ramp.Held > 0);

        // A rate takes two readings, and the second may be the tick after the last one was let out.
        host.Read();
        ramp.BeginTick(ticks * Tick);
        string held = RecordedHost.Lines(writer, serializers);
        await Assert.That(string.Join("|", NamesOf(held))).IsEqualTo(string.Join("|", NamesOf(RecordedHost.Lines(all, unheld))));
        await Assert.That(ticks).IsBetween(NamesOf(held).Length / 10, (NamesOf(held).Length / 10) + 2);
        monitor.Report();
        await Assert.That(log.Count).IsEqualTo(2);
        await Assert.That(log[0]).EndsWith(" new series wait for their turn; 60 a minute are sent");
        await Assert.That(log[1]).IsEqualTo("every new series has been sent; none waits any more");
    }

    [Test]
    public async Task When_all_are_out_a_tick_allocates_nothing()
    {
        RecordedHost host = RecordedHost.Open("server256");
        GraphiteWriter writer = new();
        GroupSerializer[] serializers = host.Serializers(new(WireKind.Graphite, NameSet.Native, "p.", "h"));
        FirstSeenRamp ramp = new(60_000, TimeSpan.FromSeconds(10));
        foreach (GroupSerializer serializer in serializers)
        {
            serializer.Ramp = ramp;
        }

        long allocated = 0;
        for (int tick = 0; tick < 300; tick++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            host.Read();
            ramp.BeginTick(tick * Tick);
            writer.Begin(RecordedHost.Time);
            foreach (GroupSerializer serializer in serializers)
            {
                serializer.Write(writer);
            }

            writer.End();
            allocated += tick < 100 ? 0 : GC.GetAllocatedBytesForCurrentThread() - before;
        }

        await Assert.That(ramp.Held).IsEqualTo(0);
        await Assert.That(allocated).IsEqualTo(0);
    }

    private static string[] NamesOf(string lines) =>
        [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Split(' ')[0])];
}
