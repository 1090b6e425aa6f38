using Collector.Metrics;
using Collector.Sources;
using Collector.Tests.Wire;
using Collector.Wire;

namespace Collector.Tests.Scheduling;

/// <summary>A reader of one line, whose value counts the reads, and which fails when the test says so.</summary>
internal sealed class ScriptedReader(string name) : GroupReader
{
    private int _reads;

    public override MetricGroup Group { get; } = new NamedGroup(name);

    public override int RowCount => 1;

    /// <summary>The fault of each read; none for those behind the last.</summary>
    public Fault[] Faults { get; init; } = [];

    /// <summary>Whether each read throws.</summary>
    public bool[] Throws { get; init; } = [];

    /// <summary>How long each read takes; no time for those behind the last.</summary>
    public TimeSpan[] Delays { get; init; } = [];

    public bool IsSilent { get; init; }

    public Action<int>? AfterRead { get; set; }

    public override void Read()
    {
        int read = _reads++;
        Fault = read < Faults.Length ? Faults[read] : Fault.None;
        Thread.Sleep(read < Delays.Length ? Delays[read] : TimeSpan.Zero);
        AfterRead?.Invoke(_reads);
        if (read < Throws.Length && Throws[read])
        {
            throw new InvalidOperationException("torn");
        }
    }

    public override Row RowAt(int row) => throw new NotSupportedException();

    public override MetricValue Value(int row, int metric) => MetricValue.Of((ulong)_reads);

    public override GroupSerializer CreateSerializer(WireNaming naming) => new Line(this, naming, name);

    private sealed class NamedGroup(string name) : MetricGroup
    {
        public override string Name => name;

        public override string Description => "";

        public override string? InstanceLabel => null;

        public override ReadOnlySpan<MetricInfo> Metrics => [];

        public override GroupReader? CreateReader(Platform platform, SourceContext context) => null;
    }

    private sealed class Line(ScriptedReader reader, WireNaming naming, string name) : GroupSerializer
    {
        private readonly LineNames _names = OneName.Of(naming.Stem + name, naming);

        public override void Write(WireWriter writer)
        {
            if (!reader.IsSilent)
            {
                writer.Gauge(_names, 0, (ulong)reader._reads);
            }
        }

        public override IEnumerable<SentLine> LinesOf(int row) => [new(_names.NameOf(0), 1)];
    }
}
