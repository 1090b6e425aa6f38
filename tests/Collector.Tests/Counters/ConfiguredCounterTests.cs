using Collector.Commands;
using Collector.Configuration;
using Collector.Counters;
using Collector.Metrics;
using Collector.Sources;
using Collector.Tests.Sources.Performance;
using Collector.Wire;

namespace Collector.Tests.Counters;

/// <summary>Counters of the configuration on their way from the system to the wire.</summary>
public sealed class ConfiguredCounterTests : IDisposable
{
    private const string Files = """
        { "file": "/proc/vmstat", "key": "pgmajfault", "name": "vm.faults", "kind": "counter" },
        { "file": "/proc/vmstat", "key": "nr_dirty", "name": "vm.dirty", "unit": "bytes", "scale": 4096 },
        { "file": "/proc/net/softnet_stat", "column": 1, "hex": true, "name": "softnet.dropped", "kind": "counter" },
        { "file": "/proc/queues", "row": "queue {instance}:", "column": 3, "name": "queues.load", "unit": "load" },
        { "file": "/proc/queues", "row": "queue {instance}:", "column": 2, "name": "queues.waiting" }
        """;

    private readonly TemporaryFolder _root = new();

    public ConfiguredCounterTests()
    {
        _root.Write("proc/vmstat", "nr_free 1\nnr_dirty 3\npgmajfault 1234\n");
        _root.Write("proc/net/softnet_stat", "0000a1b2 0000001f 00000000\n00000001 00000002 00000000\n");
        _root.Write("proc/queues", "queues: 2\nqueue in: 7 0.25\nqueue out: 9 1.5\n");
    }

    [Test]
    [Arguments("native", "graphite")]
    [Arguments("metcollect", "graphite")]
    [Arguments("tagged", "graphite")]
    [Arguments("native", "statsd")]
    public async Task Numbers_of_files_are_sent_under_every_set_of_names(string names, string wire)
    {
        await Assert.That(NameSets.TryParse(names, out NameSet set)).IsTrue();
        WireNaming naming = new(wire == "graphite" ? WireKind.Graphite : WireKind.Statsd, set, "p.", "h");
        ConfiguredReader[] readers = Readers(Files);

        await Verify(Lines(readers, naming), parameters: $"{names}_{wire}");
    }

    [Test]
    public async Task What_a_file_lacks_is_told_and_the_rest_is_sent()
    {
        _root.Write("proc/vmstat", "nr_dirty 3\n");
        _root.Write("proc/queues", "queue in: x 0.25\nqueue out: 9 1.5\n");
        ConfiguredReader[] readers = Readers(Files);

        string lines = Lines(readers, new(WireKind.Graphite, NameSet.Native, "p.", "h"));

        await Assert.That(lines).Contains("p.h.vm.dirty 12288").And.Contains("p.h.queues.out.waiting 9").And.DoesNotContain("queues.in");
        await Assert.That(readers[0].Fault.ToString()).EndsWith("vmstat has no line 'pgmajfault'");
        await Assert.That(readers[2].Fault.ToString()).EndsWith("queues, line 1: column 3 is not a number");
    }

    [Test]
    public async Task Steady_reads_and_writes_allocate_nothing()
    {
        ConfiguredReader[] readers = Readers(Files, out SourceContext context);
        WireNaming naming = new(WireKind.Graphite, NameSet.Native, "p.", "h");
        GroupSerializer[] serializers = [.. readers.Select(reader => reader.CreateSerializer(naming))];
        GraphiteWriter writer = new();
        Tick();
        Tick();

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int tick = 0; tick < 100; tick++)
        {
            Tick();
        }

        await Assert.That(GC.GetAllocatedBytesForCurrentThread() - before).IsEqualTo(0);
        await Assert.That(writer.Lines).IsEqualTo(7);

        void Tick()
        {
            context.BeginTick();
            writer.Begin(RecordedHost.Time);
            for (int index = 0; index < readers.Length; index++)
            {
                readers[index].Read();
                serializers[index].Write(writer);
            }

            writer.End();
        }
    }

    [Test]
    [Arguments("", "", "counter seconds 1.5")]
    [Arguments("counter", "seconds", "counter seconds 1.5")]
    [Arguments("", "count", "- comes in seconds with decimals, which the unit \"count\" has not; correct it, leave it out or give a scale")]
    [Arguments("gauge", "", "- only grows, and is sent as what was counted so far: its kind is \"counter\"; correct it or leave it out")]
    public async Task A_performance_counter_knows_its_kind_and_unit(string kind, string unit, string expected)
    {
        CounterRig rig = new("Thread", "*", "Reads");
        rig.Registry.Answer = PerformanceBlob.Write(0, new BlobObject(238)
        {
            Counters = [(6, 0x20510500)], Instances = [new("0", 15_000_000), new("_Total", 15_000_000)],
        });
        ConfiguredGroup group = new("web", new PdhCounters("Processor", "*"),
            [new("busy", "% Processor Time", MetricUnit.Find(unit), kind.Length == 0 ? null : MetricKind.Counter - (kind == "gauge" ? 1 : 0), 1, "")]);
        rig.Context.BeginTick();
        ConfiguredReader reader = new(group, rig.Context, ((PdhCounters)group.Source).CreateReader(group, rig.Counters));

        reader.Read();

        MetricInfo info = group.Metrics[0];
        MetricValue value = reader.Value(0, 0);
        string text = value.IsPresent
            ? $"{info.Kind.ToString().ToLowerInvariant()} {info.Unit} {value.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)}"
            : $"- {reader.Fault.ToString().Replace(@"web.busy: \Processor(*)\% Processor Time ", "", StringComparison.Ordinal)}";
        await Assert.That(text).IsEqualTo(expected);
        await Assert.That(reader.RowAt(1).Wanted).IsEqualTo(0ul);
    }

    [Test]
    public async Task A_name_that_another_metric_has_on_the_wire_is_refused()
    {
        SourceContext context = new(_root.Path);
        GroupReader users = new ConfiguredGroup("b", new FileCounters("/proc/vmstat", true, ""), [Metric("a")]).CreateReader(Platform.Linux, context)!;
        GroupReader same = new ConfiguredGroup("b", new FileCounters("/proc/stat", true, ""), [Metric("a")]).CreateReader(Platform.Linux, context)!;
        GroupReader clash = new ScriptedCounter("b.a");
        context.BeginTick();
        users.Read();

        UserError? error = null;
        try
        {
            WireCheck.Require([users, clash], [new(WireKind.Graphite, NameSet.Collectd, "p.", "h")]);
        }
        catch (UserError wrong)
        {
            error = wrong;
        }

        await Assert.That(same.Group.Name).IsEqualTo("b");
        await Assert.That(error?.Message).IsEqualTo(
            "counters: 'b.a' would be sent as p.h.b.a, which is what other.metric is sent as under collectd names; choose another name");
    }

    public void Dispose() => _root.Dispose();

    private static ConfiguredMetric Metric(string name) => new(name, "nr_free", MetricUnit.Count, MetricKind.Gauge, 1, "");

    private static string Lines(ConfiguredReader[] readers, WireNaming naming)
    {
        foreach (ConfiguredReader reader in readers)
        {
            reader.Read();
        }

        WireWriter writer = naming.Wire == WireKind.Graphite ? new GraphiteWriter() : new StatsdWriter(0, naming.Fractions);
        return RecordedHost.Lines(writer, [.. readers.Select(reader => reader.CreateSerializer(naming))]);
    }

    private ConfiguredReader[] Readers(string counters) => Readers(counters, out _);

    private ConfiguredReader[] Readers(string counters, out SourceContext context)
    {
        string file = _root.Write("c.json", $$"""{ "counters": [ {{counters}} ] }""");
        SourceContext shared = context = new(_root.Path);
        context.BeginTick();
        return [.. SettingsReader.Read(file, new System.Collections.Hashtable(), []).Groups.OfType<ConfiguredGroup>()
            .Select(group => (ConfiguredReader)group.OpenReader(Platform.Linux, shared)!)];
    }
}
