using Collector.Sources;
using Collector.Wire;

namespace Collector.Tests;

public sealed class RecordedHostTests
{
    [Test]
    [Arguments("laptop")]
    [Arguments("server256")]
    [Arguments("container")]
    [Arguments("damaged")]
    [Arguments("extremes")]
    public async Task A_recorded_host_gives_exactly_these_lines(string name)
    {
        RecordedHost host = RecordedHost.Open(name);
        string lines = host.Lines(new(WireKind.Graphite, NameSet.Native, "collector.", HostName.Current(RecordedHost.PathOf(name))));
        await Verify(lines + "\n" + host.Faults(), parameters: name);
    }

    [Test]
    public async Task The_names_of_metric_collective_are_kept_to_the_byte()
    {
        RecordedHost host = RecordedHost.Open("laptop");
        await Verify(host.Lines(new(WireKind.Graphite, NameSet.Metcollect, "metcollective.", "Fern.Example.ORG")));
    }

    [Test]
    public async Task Statsd_sends_gauges_at_once_and_counters_from_the_second_tick_on()
    {
        RecordedHost host = RecordedHost.Open("laptop");
        WireNaming naming = new(WireKind.Statsd, NameSet.Native, "collector.", "fern");
        StatsdWriter writer = new();
        GroupSerializer[] serializers = host.Serializers(naming);
        host.Read();
        string first = RecordedHost.Lines(writer, serializers);
        host.Read();
        string second = RecordedHost.Lines(writer, serializers);

        await Assert.That(first).DoesNotContain("|c");
        await Verify(second);
    }

    [Test]
    public async Task A_group_that_fails_leaves_the_others_alone()
    {
        RecordedHost host = RecordedHost.Open("damaged");
        string lines = host.Lines(new(WireKind.Graphite, NameSet.Native, "", "h"));

        await Assert.That(lines).Contains("h.memory.total 1048576 1700000000\n");
        await Assert.That(host.Faults()).Contains("disk_io: cannot read /proc/diskstats: No such file or directory (2)");
    }

    [Test]
    public async Task A_missing_folder_fails_every_group_and_sends_nothing()
    {
        RecordedHost host = new(Path.Combine(RecordedHost.PathOf("laptop"), "no-such-folder"), "cpu", "memory", "uptime");

        await Assert.That(host.Lines(new(WireKind.Graphite, NameSet.Native, "", "h"))).IsEqualTo("");
        await Assert.That(host.Faults().Split('\n').Length).IsEqualTo(4);
    }

    [Test]
    public async Task Instances_come_and_go_without_disturbing_the_others()
    {
        using ChangingHost host = new();
        host.Write("proc/diskstats", " 8 0 sda 1 0 2 3 4 0 5 6\n 8 16 sdb 10 0 20 30 40 0 50 60\n");
        string both = host.Lines();
        host.Write("proc/diskstats", " 8 16 sdb 11 0 20 30 40 0 50 60\n");
        string one = host.Lines();
        host.Write("proc/diskstats", " 8 32 sdc 7 0 7 7 7 0 7 7\n 8 16 sdb 12 0 20 30 40 0 50 60\n 8 0 sda 1 0 2 3 4 0 5 6\n");
        string three = host.Lines();

        await Assert.That(both).Contains("h.disk_io.sda.read_count 1 ").And.Contains("h.disk_io.sdb.read_count 10 ");
        await Assert.That(one).DoesNotContain("sda").And.Contains("h.disk_io.sdb.read_count 11 ");
        await Assert.That(three).Contains("h.disk_io.sdc.read_count 7 ")
            .And.Contains("h.disk_io.sdb.read_count 12 ").And.Contains("h.disk_io.sda.read_count 1 ");
    }

    [Test]
    public async Task A_counter_of_32_bits_goes_on_across_its_wrap()
    {
        using ChangingHost host = new();
        host.Write("proc/diskstats", " 8 0 sda 1 0 2 4294967290 4 0 5 6\n");
        host.Lines();
        host.Write("proc/diskstats", " 8 0 sda 1 0 2 4 4 0 5 6\n");

        await Assert.That(host.Lines()).Contains("h.disk_io.sda.read_time 4294967300 ");
    }

    [Test]
    public async Task A_tick_without_the_instance_does_not_disturb_what_its_counters_have_come_to()
    {
        using ChangingHost host = new();
        host.Write("proc/diskstats", " 8 0 sda 1 0 2 4294967290 4 0 5 6\n");
        host.Lines();
        host.Write("proc/diskstats", " 8 0 sda 1 0 2 4 4 0 5 6\n");
        host.Lines();
        host.Write("proc/diskstats", "");
        await Assert.That(host.Lines()).IsEqualTo("");
        host.Write("proc/diskstats", " 8 0 sda 1 0 2 5 4 0 5 6\n");

        await Assert.That(host.Lines()).Contains("h.disk_io.sda.read_time 4294967301 ");
    }

    [Test]
    public async Task An_instance_that_stays_away_is_forgotten_and_its_name_is_free()
    {
        using ChangingHost host = new();
        host.Write("proc/diskstats", " 8 0 a.b 1 0 2 4294967290 4 0 5 6\n");
        host.Lines();
        host.Write("proc/diskstats", "");
        for (int tick = 0; tick < 10; tick++)
        {
            host.Lines();
        }

        host.Write("proc/diskstats", " 8 1 a_b 2 0 2 4 4 0 5 6\n 8 0 a.b 1 0 2 4 4 0 5 6\n");

        await Assert.That(host.Lines()).Contains("h.disk_io.a_b.read_count 2 ").And.Contains("h.disk_io.a_b_2.read_time 4 ");
    }

    [Test]
    public async Task A_counter_that_starts_again_starts_again()
    {
        using ChangingHost host = new();
        host.Write("proc/diskstats", " 8 0 sda 1 0 2 4000 4 0 5 6\n");
        host.Lines();
        host.Write("proc/diskstats", " 8 0 sda 1 0 2 10 4 0 5 6\n");

        await Assert.That(host.Lines()).Contains("h.disk_io.sda.read_time 10 ");
    }

    [Test]
    public async Task Names_that_look_alike_on_the_wire_stay_apart()
    {
        using ChangingHost host = new();
        host.Write("proc/diskstats", " 8 0 a.b 1 0 2 3 4 0 5 6\n 8 1 a_b 2 0 2 3 4 0 5 6\n 8 2 a@b 3 0 2 3 4 0 5 6\n");
        string lines = host.Lines();

        await Assert.That(lines).Contains("h.disk_io.a_b.read_count 1 ")
            .And.Contains("h.disk_io.a_b_2.read_count 2 ").And.Contains("h.disk_io.a_b_3.read_count 3 ");
    }

    [Test]
    public async Task A_steady_tick_allocates_nothing()
    {
        RecordedHost host = RecordedHost.Open("server256");
        GraphiteWriter graphite = new();
        StatsdWriter statsd = new(1432);
        GroupSerializer[] lines = host.Serializers(new(WireKind.Graphite, NameSet.Native, "p.", "h"));
        GroupSerializer[] old = host.Serializers(new(WireKind.Graphite, NameSet.Metcollect, "p.", "h"));
        GroupSerializer[] counts = host.Serializers(new(WireKind.Statsd, NameSet.Native, "p.", "h"));
        GroupSerializer[] collectd = host.Serializers(new(WireKind.Graphite, NameSet.Collectd, "p.", "h"));
        GroupSerializer[] tagged = host.Serializers(new(WireKind.Statsd, NameSet.Tagged, "p.", "h"));
        GroupSerializer[] rates = host.Serializers(new(WireKind.Graphite, NameSet.Native, "p.", "h") { Rates = true });
        long allocated = 0;
        for (int tick = 0; tick < 1100; tick++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            host.Read();
            Write(graphite, lines);
            Write(graphite, old);
            Write(statsd, counts);
            Write(graphite, collectd, tick);
            Write(statsd, tagged);
            Write(graphite, rates, tick);
            allocated += tick < 100 ? 0 : GC.GetAllocatedBytesForCurrentThread() - before;
        }

        await Assert.That(allocated).IsEqualTo(0);
    }

    private static void Write(WireWriter writer, GroupSerializer[] serializers, int tick = 0)
    {
        writer.Begin(RecordedHost.Time + tick);
        foreach (GroupSerializer serializer in serializers)
        {
            serializer.Write(writer);
        }

        writer.End();
    }
}
