using Collector.Wire;

namespace Collector.Tests.Wire;

/// <summary>Names whose host, instance and configured tags stand beside them.</summary>
public sealed class TaggedNameTests
{
    private static readonly WireNaming s_naming = new(WireKind.Graphite, NameSet.Tagged, "collector.", "Fern.Example.org")
    {
        Tags = [new("site", "berlin"), new("rack", "7")],
    };

    [Test]
    public async Task A_recorded_host_gives_exactly_these_lines()
    {
        await Verify(RecordedHost.Open("laptop").Lines(s_naming));
    }

    [Test]
    public async Task Statsd_s_tags_follow_the_type()
    {
        using ChangingHost host = new(s_naming with { Wire = WireKind.Statsd });
        host.LinesAfter(0, " 8 0 sda 100 0 1000 50 40 0 0 0\n");

        await Assert.That(host.LinesAfter(10, " 8 0 sda 103 0 1400 75 40 0 0 0\n"))
            .Contains("collector.disk_io.read_count:3|c|#disk:sda,host:fern.example.org,rack:7,site:berlin\n");
    }

    [Test]
    public async Task A_negative_gauge_and_the_zero_before_it_have_tags_both()
    {
        WireNaming naming = s_naming with { Wire = WireKind.Statsd, Tags = [] };
        LineNames names = new(naming, 1, null, TagList.Of(naming, null, null).Tail);
        names.Add("x");
        StatsdWriter writer = new();
        writer.Begin(0);
        writer.Gauge(names, 0, -1.5, 2);
        writer.Gauge(names, 0, 7ul);

        await Assert.That(System.Text.Encoding.UTF8.GetString(writer.Bytes)).IsEqualTo(
            "x:0|g|#host:fern.example.org\nx:-1.5|g|#host:fern.example.org\nx:7|g|#host:fern.example.org\n");
    }

    [Test]
    public async Task Instances_that_look_alike_stay_apart()
    {
        using ChangingHost host = new(s_naming with { Tags = [] });
        string lines = host.LinesAfter(0, " 8 0 a;b 1 0 2 3 4 0 5 6\n 8 1 a_b 2 0 2 3 4 0 5 6\n");

        await Assert.That(lines).Contains("collector.disk_io.read_count;disk=a_b;host=fern.example.org 1 ")
            .And.Contains("collector.disk_io.read_count;disk=a_b_2;host=fern.example.org 2 ");
    }
}
