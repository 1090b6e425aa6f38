using Collector.Wire;

namespace Collector.Tests.Wire;

/// <summary>What goes out under the names of collectd, in the form in which its write_graphite sends it.</summary>
public sealed class CollectdNameTests
{
    private static readonly WireNaming s_naming = new(WireKind.Graphite, NameSet.Collectd, "collectd.", "My.Host");

    [Test]
    public async Task Rates_have_six_decimals_and_the_time_of_a_request_is_that_of_one()
    {
        using ChangingHost host = new(s_naming);
        string first = host.LinesAfter(0, " 8 0 cciss/c0d0 100 0 1000 50 40 0 0 0\n");
        string second = host.LinesAfter(10, " 8 0 cciss/c0d0 103 0 1400 75 40 0 0 0\n");

        await Assert.That(first).DoesNotContain("disk_o").And.DoesNotContain("disk_time");
        await Assert.That(second).Contains("collectd.My_Host.disk-cciss_c0d0.disk_ops.read 0.300000 1700000010\n")
            .And.Contains("collectd.My_Host.disk-cciss_c0d0.disk_octets.read 20480.000000 1700000010\n")
            .And.Contains("collectd.My_Host.disk-cciss_c0d0.disk_time.read 8.333333 1700000010\n")
            .And.Contains("collectd.My_Host.disk-cciss_c0d0.disk_time.write 0.000000 1700000010\n");
    }

    [Test]
    public async Task What_started_again_is_left_out_and_so_is_what_is_computed_from_it()
    {
        using ChangingHost host = new(s_naming);
        host.LinesAfter(0, " 8 0 sda 100 0 1000 50 40 0 0 0\n");
        string reset = host.LinesAfter(10, " 8 0 sda 3 0 1400 75 40 0 0 0\n");

        await Assert.That(reset).DoesNotContain("disk_ops.read").And.DoesNotContain("disk_time.read")
            .And.Contains("disk_octets.read 20480.000000 ");
    }

    [Test]
    public async Task A_recorded_host_gives_exactly_these_lines()
    {
        RecordedHost host = RecordedHost.Open("laptop");
        GraphiteWriter writer = new();
        GroupSerializer[] serializers = host.Serializers(s_naming);
        host.Read();
        RecordedHost.Lines(writer, serializers);
        host.Read();

        await Verify(RecordedHost.Lines(writer, RecordedHost.Time + 10, serializers));
    }

    [Test]
    public async Task Statsd_gets_gauges()
    {
        using ChangingHost host = new(s_naming with { Wire = WireKind.Statsd });
        host.LinesAfter(0, " 8 0 sda 100 0 1000 50 40 0 0 0\n");

        await Assert.That(host.LinesAfter(10, " 8 0 sda 103 0 1400 75 40 0 0 0\n"))
            .Contains("collectd.My_Host.disk-sda.disk_ops.read:0.300000|g\n").And.DoesNotContain("|c");
    }
}
