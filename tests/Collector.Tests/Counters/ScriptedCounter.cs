using Collector.Metrics;
using Collector.Sources;
using Collector.Wire;

namespace Collector.Tests.Counters;

/// <summary>A declared group with one metric, which is sent under a name of the test's.</summary>
internal sealed class ScriptedCounter(string path) : GroupReader
{
    public override MetricGroup Group { get; } = new Other();

    public override int RowCount => 1;

    public override void Read()
    {
    }

    public override Row RowAt(int row) => throw new NotSupportedException();

    public override MetricValue Value(int row, int metric) => MetricValue.Of(1);

    public override GroupSerializer CreateSerializer(WireNaming naming) => new Line(naming.Stem + path);

    private sealed class Line(string name) : GroupSerializer
    {
        public override void Write(WireWriter writer)
        {
        }

        public override IEnumerable<SentLine> LinesOf(int row) => [new(name, 1)];
    }

    private sealed class Other : MetricGroup
    {
        public override string Name => "other";

        public override string Description => "";

        public override string? InstanceLabel => null;

        public override ReadOnlySpan<MetricInfo> Metrics =>
            new MetricInfo[] { new(0, "metric", "count", 0, MetricKind.Gauge, "") };

        public override GroupReader? CreateReader(Platform platform, SourceContext context) => null;
    }
}
