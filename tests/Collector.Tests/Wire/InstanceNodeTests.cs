using System.Text;
using Collector.Metrics;
using Collector.Wire;

namespace Collector.Tests.Wire;

public sealed class InstanceNodeTests
{
    [Test]
    public async Task Names_too_long_for_a_node_are_cut_so_that_all_of_the_node_fits_and_stay_apart()
    {
        string[] nodes = NodesOf(
            "before-", "-after", new string('x', 300), new string('x', 299) + "y", new string('Ж', 300), new string('Ж', 299) + "y");

        await Assert.That(nodes[0]).IsEqualTo($"before-{new string('x', 238)}-after");
        await Assert.That(nodes[1]).IsEqualTo($"before-{new string('x', 236)}_2-after");
        await Assert.That(nodes[2]).IsEqualTo($"before-{new string('Ж', 119)}-after");
        await Assert.That(nodes[3]).IsEqualTo($"before-{new string('Ж', 118)}_2-after");
    }

    [Test]
    public async Task A_name_alone_in_its_node_has_all_of_it()
    {
        string[] nodes = NodesOf("", "", new string('x', 300), new string('x', 300) + "y");

        await Assert.That(nodes[0]).IsEqualTo(new string('x', 251));
        await Assert.That(nodes[1]).IsEqualTo(new string('x', 249) + "_2");
    }

    private static string[] NodesOf(string before, string after, params string[] instances)
    {
        Sample<Named> sample = new();
        sample.Begin();
        foreach (string instance in instances)
        {
            sample.Next(Encoding.UTF8.GetBytes(instance));
        }

        sample.End();
        WireNaming naming = new(WireKind.Graphite, NameSet.Native, "", "h");
        string lines = RecordedHost.Lines(new GraphiteWriter(), new Serializer(sample, naming, before, after));
        return [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Split('.')[1])];
    }

    private sealed class Named : Row;

    private sealed class OneMetric : MetricGroup
    {
        public override string Name => "group";

        public override string Description => "";

        public override string? InstanceLabel => "thing";

        public override ReadOnlySpan<MetricInfo> Metrics =>
            new MetricInfo[] { new(0, "metric", "count", 0, MetricKind.Gauge, "") };

        public override GroupReader? CreateReader(Platform platform, Collector.Sources.SourceContext context) => null;
    }

    /// <summary>What the generator writes for <c>BEFORE{instance}AFTER.{metric}</c>.</summary>
    private sealed class Serializer(Sample<Named> sample, WireNaming naming, string before, string after)
        : PathSerializer(sample, naming, new OneMetric(), new($"{before}{{instance}}{after}.{{metric}}"))
    {
        public override void Write(WireWriter writer)
        {
            foreach (Named row in Sample.Rows)
            {
                writer.Gauge(NamesOf(row), 0, 1ul);
            }
        }
    }
}
