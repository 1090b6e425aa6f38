using System.Text;
using Collector.Filters;
using Collector.Metrics;
using Collector.Sources;
using Collector.Wire;

namespace Collector.Tests.Metrics;

/// <summary>How a group is put together of several sources.</summary>
public sealed class GroupReaderTests
{
    private static readonly MetricFilter s_all = new() { All = true };

    [Test]
    public async Task A_fault_of_one_source_leaves_the_values_of_the_others_alone()
    {
        Reader reader = new(null, s_all, new Whole(0), new Faulty(1, FaultKind.NotANumber), new Whole(2));
        reader.Read();

        await Assert.That(reader.Describe()).IsEqualTo(":101");
        await Assert.That(reader.Fault.Kind).IsEqualTo(FaultKind.NotANumber);
    }

    [Test]
    public async Task The_first_fault_is_kept_and_a_good_read_forgets_it()
    {
        Faulty first = new(0, FaultKind.Empty);
        Reader reader = new(null, MetricFilter.Default, first, new Faulty(1, FaultKind.Truncated));
        reader.Read();
        await Assert.That(reader.Fault.Kind).IsEqualTo(FaultKind.Empty);

        first.Kind = FaultKind.None;
        reader.Read();
        await Assert.That(reader.Fault.Kind).IsEqualTo(FaultKind.Truncated);
    }

    [Test]
    [Arguments("a b c", "a b c", "a:11 b:11 c:11")]
    [Arguments("a b c", "c b a", "a:11 b:11 c:11")]
    [Arguments("a b c", "b", "a:01 b:11 c:01")]
    [Arguments("a b c", "x a y c z", "a:11 b:01 c:11")]
    [Arguments("", "a", "")]
    public async Task Further_sources_complete_the_rows_of_the_first(string made, string completed, string expected)
    {
        Reader reader = new("thing", MetricFilter.Default, new Rows(made), new Completing(completed));
        reader.Read();
        reader.Read();

        await Assert.That(reader.Describe()).IsEqualTo(expected);
    }

    [Test]
    public async Task Without_the_source_of_its_rows_a_group_cannot_be_read()
    {
        await Assert.That(new Reader("thing", MetricFilter.Default, null, new Completing("a")).IfReadable()).IsNull();
        await Assert.That(new Reader("thing", MetricFilter.Default, new Rows("a"), null).IfReadable()).IsNotNull();
        await Assert.That(new Reader(null, MetricFilter.Default, null, new Whole(0)).IfReadable()).IsNotNull();
        await Assert.That(new Reader(null, MetricFilter.Default, null, null).IfReadable()).IsNull();
    }

    [Test]
    public async Task Completing_rows_costs_no_memory()
    {
        Sample<Named> sample = new();
        sample.Begin();
        sample.Next("a"u8);
        sample.Next("b"u8);
        long before = GC.GetAllocatedBytesForCurrentThread();
        bool all = sample.TryGet("a"u8, out _) && sample.TryGet("b"u8, out _) && !sample.TryGet("c"u8, out _) && sample.TryGet("a"u8, out _);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        await Assert.That(all).IsTrue();
        await Assert.That(allocated).IsEqualTo(0);
    }

    [Test]
    [Arguments("", 0)]
    [Arguments("things", 0)]
    [Arguments("+things.third", 1)]
    [Arguments("things.third", 1)]
    [Arguments("things.first", 0)]
    public async Task A_source_of_what_nobody_asked_for_is_not_read(string filter, int reads)
    {
        Whole first = new(0);
        Whole third = new(2);
        FilterItem[] items = filter.Length == 0 ? [] : [FilterParser.Parse(filter, out _)!];
        Reader reader = new(null, new() { Items = items }, first, third);
        reader.Read();

        await Assert.That(third.Reads).IsEqualTo(reads);
        await Assert.That(first.Reads).IsEqualTo(filter == "things.third" ? 0 : 1);
    }

    private sealed class Named : Row;

    private sealed class Reader(string? instance, MetricFilter filter, params SourceReader<Named>?[] sources)
        : GroupReader<Named>(new SourceContext("/") { Filter = filter }, sources)
    {
        public override MetricGroup Group { get; } = new Things(instance);

        public string Describe() =>
            string.Join(' ', Sample.Rows.ToArray().Select(static row => $"{row.Instance.Name}:{row.Present:b2}"));

        public override MetricValue Value(int row, int metric) => MetricValue.None;

        public override GroupSerializer? CreateSerializer(WireNaming naming) => null;
    }

    private sealed class Things(string? instance) : MetricGroup
    {
        private static readonly MetricInfo[] s_metrics =
        [
            new(0, "first", "count", decimals: 0, MetricKind.Gauge, "The first."),
            new(1, "second", "count", decimals: 0, MetricKind.Gauge, "The second."),
            new(2, "third", "count", decimals: 0, MetricKind.Gauge, "The third."),
        ];

        public override string Name => "things";

        public override string Description => "Things.";

        public override string? InstanceLabel => instance;

        public override ReadOnlySpan<MetricInfo> Metrics => s_metrics;

        public override ulong OnRequest => 1ul << 2;

        public override GroupReader? CreateReader(Platform platform, SourceContext context) => null;
    }

    /// <summary>Brings one metric of the host.</summary>
    private sealed class Whole(int metric) : SourceReader<Named>
    {
        public int Reads { get; private set; }

        public override ulong Bound => 1ul << metric;

        protected override void Fill(Sample<Named> sample)
        {
            Reads++;
            sample.Rows[0].Set(metric);
        }
    }

    /// <summary>Brings one metric of the host, and fails behind it.</summary>
    private sealed class Faulty(int metric, FaultKind kind) : SourceReader<Named>
    {
        public FaultKind Kind { get; set; } = kind;

        public override ulong Bound => 1ul << metric;

        protected override void Fill(Sample<Named> sample)
        {
            sample.Rows[0].Set(metric);
            Report(sample.Rows[0], 1ul << metric, new(Kind, "x"));
        }
    }

    /// <summary>Makes rows that have metric 0.</summary>
    private sealed class Rows(string names) : SourceReader<Named>
    {
        public override ulong Bound => 1;

        protected override void Fill(Sample<Named> sample)
        {
            foreach (string name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                sample.Next(Encoding.UTF8.GetBytes(name)).Set(0);
            }
        }
    }

    /// <summary>Adds metric 1 to the rows that are there.</summary>
    private sealed class Completing(string names) : SourceReader<Named>
    {
        public override ulong Bound => 2;

        protected override void Fill(Sample<Named> sample)
        {
            foreach (string name in names.Split(' '))
            {
                if (sample.TryGet(Encoding.UTF8.GetBytes(name), out Named row))
                {
                    row.Set(1);
                }
            }
        }
    }
}
