using Collector.Wire;

namespace Collector.Tests.Wire;

/// <summary>Counters that are sent as what they grow by in a second.</summary>
public sealed class RateTests
{
    private static readonly WireNaming s_graphite = new(WireKind.Graphite, NameSet.Native, "", "h") { Rates = true };
    private static readonly WireNaming s_statsd = s_graphite with { Wire = WireKind.Statsd };

    [Test]
    public async Task A_rate_is_what_the_counter_grew_by_over_the_seconds_that_it_took()
    {
        using ChangingHost host = new(s_graphite);
        string first = host.LinesAfter(0, " 8 0 sda 100 0 1000 50 40 0 0 0\n");
        string second = host.LinesAfter(10, " 8 0 sda 125 0 1400 50 40 0 0 0\n");

        await Assert.That(first).DoesNotContain("read_count");
        await Assert.That(second).Contains("h.disk_io.sda.read_count 2.5 1700000010\n")
            .And.Contains("h.disk_io.sda.read_bytes 20480 1700000010\n").And.Contains("h.disk_io.sda.write_count 0 1700000010\n");
    }

    [Test]
    public async Task A_rate_is_a_gauge_to_statsd()
    {
        using ChangingHost host = new(s_statsd);
        host.LinesAfter(0, " 8 0 sda 100 0 1000 50 40 0 0 0\n");

        await Assert.That(host.LinesAfter(4, " 8 0 sda 101 0 1000 50 40 0 0 0\n")).Contains("h.disk_io.sda.read_count:0.25|g\n")
            .And.DoesNotContain("|c");
    }

    [Test]
    public async Task A_counter_that_starts_again_sends_nothing_and_then_goes_on()
    {
        using ChangingHost host = new(s_graphite);
        host.LinesAfter(0, " 8 0 sda 100 0 1000 50 40 0 0 0\n");
        string reset = host.LinesAfter(10, " 8 0 sda 5 0 1000 50 40 0 0 0\n");
        string next = host.LinesAfter(10, " 8 0 sda 15 0 1000 50 40 0 0 0\n");

        await Assert.That(reset).DoesNotContain("read_count").And.Contains("h.disk_io.sda.read_bytes 0 ");
        await Assert.That(next).Contains("h.disk_io.sda.read_count 1 ");
    }

    [Test]
    public async Task A_counter_of_32_bits_has_a_rate_across_its_wrap()
    {
        using ChangingHost host = new(s_graphite);
        host.LinesAfter(0, " 8 0 sda 1 0 2 4294967290 4 0 5 6\n");

        await Assert.That(host.LinesAfter(10, " 8 0 sda 1 0 2 4 4 0 5 6\n")).Contains("h.disk_io.sda.read_time 1 ");
    }

    [Test]
    public async Task An_instance_that_was_away_has_a_rate_over_all_of_that_time()
    {
        using ChangingHost host = new(s_graphite);
        host.LinesAfter(0, " 8 0 sda 100 0 0 0 0 0 0 0\n 8 16 sdb 0 0 0 0 0 0 0 0\n");
        host.LinesAfter(10, " 8 16 sdb 0 0 0 0 0 0 0 0\n");
        string back = host.LinesAfter(10, " 8 0 sda 140 0 0 0 0 0 0 0\n 8 16 sdb 0 0 0 0 0 0 0 0\n");

        await Assert.That(back).Contains("h.disk_io.sda.read_count 2 ");
    }

    [Test]
    public async Task An_instance_that_was_forgotten_starts_anew()
    {
        using ChangingHost host = new(s_graphite);
        host.LinesAfter(0, " 8 0 sda 100 0 0 0 0 0 0 0\n");
        for (int tick = 0; tick < 10; tick++)
        {
            host.LinesAfter(10, " 8 16 sdb 0 0 0 0 0 0 0 0\n");
        }

        await Assert.That(host.LinesAfter(10, " 8 0 sda 140 0 0 0 0 0 0 0\n")).DoesNotContain("sda");
    }

    [Test]
    public async Task Two_ticks_of_one_moment_have_no_rate()
    {
        using ChangingHost host = new(s_graphite);
        host.LinesAfter(0, " 8 0 sda 100 0 0 0 0 0 0 0\n");

        await Assert.That(host.LinesAfter(0, " 8 0 sda 140 0 0 0 0 0 0 0\n")).DoesNotContain("read_count");
    }

    [Test]
    public async Task No_rate_goes_across_a_gap()
    {
        using ChangingHost host = new(s_graphite);
        host.LinesAfter(0, " 8 0 sda 100 0 0 0 0 0 0 0\n");
        string gap = host.LinesAfter(60, " 8 0 sda 140 0 0 0 0 0 0 0\n", isGap: true);
        string next = host.LinesAfter(10, " 8 0 sda 145 0 0 0 0 0 0 0\n");

        await Assert.That(gap).DoesNotContain("read_count").And.DoesNotContain("write_bytes");
        await Assert.That(next).Contains("h.disk_io.sda.read_count 0.5 ");
    }

    [Test]
    public async Task Nor_does_that_of_an_instance_that_comes_back_after_it()
    {
        using ChangingHost host = new(s_graphite);
        host.LinesAfter(0, " 8 0 sda 100 0 0 0 0 0 0 0\n 8 16 sdb 0 0 0 0 0 0 0 0\n");
        host.LinesAfter(60, " 8 16 sdb 0 0 0 0 0 0 0 0\n", isGap: true);
        string back = host.LinesAfter(10, " 8 0 sda 140 0 0 0 0 0 0 0\n 8 16 sdb 0 0 0 0 0 0 0 0\n");
        string next = host.LinesAfter(10, " 8 0 sda 145 0 0 0 0 0 0 0\n 8 16 sdb 0 0 0 0 0 0 0 0\n");

        await Assert.That(back).DoesNotContain("sda.read_count").And.Contains("sdb.read_count 0 ");
        await Assert.That(next).Contains("sda.read_count 0.5 ");
    }

    [Test]
    public async Task Under_the_names_of_collectd_nothing_is_computed_across_a_gap_either()
    {
        using ChangingHost host = new(s_graphite with { Names = NameSet.Collectd });
        host.LinesAfter(0, " 8 0 sda 100 0 1000 50 40 0 0 0\n");
        string gap = host.LinesAfter(60, " 8 0 sda 103 0 1400 75 40 0 0 0\n", isGap: true);
        string next = host.LinesAfter(10, " 8 0 sda 106 0 1800 99 40 0 0 0\n");

        await Assert.That(gap).DoesNotContain("disk_ops").And.DoesNotContain("disk_time").And.DoesNotContain("disk_octets");
        await Assert.That(next).Contains("disk_ops.read 0.300000 ").And.Contains("disk_time.read 8.000000 ");
    }

    [Test]
    public async Task What_statsd_adds_up_goes_on_across_it()
    {
        using ChangingHost host = new(s_statsd with { Rates = false });
        host.LinesAfter(0, " 8 0 sda 100 0 0 0 0 0 0 0\n");

        await Assert.That(host.LinesAfter(60, " 8 0 sda 140 0 0 0 0 0 0 0\n", isGap: true)).Contains("sda.read_count:40|c");
    }
}
