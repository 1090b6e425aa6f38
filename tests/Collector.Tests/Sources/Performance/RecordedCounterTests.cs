using Collector.Metrics;
using Collector.Sources;
using Collector.Sources.Recordings;
using Collector.Sources.Windows.Performance;

namespace Collector.Tests.Sources.Performance;

/// <summary>Performance counters that were recorded on Windows are read again on any system.</summary>
public sealed class RecordedCounterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("collector-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Every_instance_is_replayed_with_its_values()
    {
        SourceContext context = new("/");
        FolderRecorder recorder = new(_folder, context);
        recorder.Counters.Add(new Given("Process", "*", ("svchost", 7), ("svchost#1", 9)));
        recorder.Counters.Add(new Given("Memory", null, ("", 4711)));
        recorder.Finish(Platform.Windows, "h", DateTimeOffset.UnixEpoch);
        Recording recording = Recording.Find(_folder)!;

        ReplayedCounters processes = ReplayedCounters.Find(recording, "process", "*", ["threads", "Handles"])!;
        ReplayedCounters one = ReplayedCounters.Find(recording, "Process", "svchost#1", ["Threads"])!;
        ReplayedCounters memory = ReplayedCounters.Find(recording, "Memory", null, ["Threads"])!;

        await Assert.That(Text(processes)).IsEqualTo("svchost: 7 -, svchost#1: 9 -");
        await Assert.That(Text(processes)).IsEqualTo("svchost: 7 -, svchost#1: 9 -");
        await Assert.That(Text(one)).IsEqualTo(": 9");
        await Assert.That(Text(memory)).IsEqualTo(": 4711");
        await Assert.That(processes.TypeOf(0)).IsEqualTo(0x00010000u);
        await Assert.That(ReplayedCounters.Find(recording, "Thread", "*", ["Threads"])).IsNull();
        await Assert.That(ReplayedCounters.Find(recording, "Memory", "*", ["Threads"])).IsNull();
    }

    private static string Text(ReplayedCounters counters)
    {
        counters.Read();
        List<string> rows = [];
        foreach (CounterRow row in counters.Rows)
        {
            rows.Add($"{row.Instance.Name}: {string.Join(' ', counters.Counters.Select((_, counter) =>
                row[counter].IsPresent ? $"{row[counter].Whole}" : "-"))}");
        }

        return string.Join(", ", rows);
    }

    private sealed class Given : ICounterRows
    {
        private readonly Sample<CounterRow> _sample = new();

        public Given(string name, string? instances, params (string Instance, ulong Value)[] rows)
        {
            Object = name;
            Instances = instances;
            _sample.Begin();
            foreach ((string instance, ulong value) in rows)
            {
                _sample.Add(System.Text.Encoding.UTF8.GetBytes(instance), instance).Take(0, 1, new(0x00010000, value));
            }
        }

        public string Object { get; }

        public string? Instances { get; }

        public string[] Counters => ["Threads"];

        public bool HasRows => Instances == "*";

        public ReadOnlySpan<Row> Rows => _sample.Rows;

        public uint TypeOf(int counter) => 0x00010000;

        public Fault Read() => Fault.None;
    }
}
