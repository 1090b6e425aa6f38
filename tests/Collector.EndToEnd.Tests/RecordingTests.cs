using System.Text.RegularExpressions;

namespace Collector.EndToEnd.Tests;

/// <summary>What one system recorded is what the other one replays, by the published executables.</summary>
[ClassDataSource<WineHost>(Shared = SharedType.PerTestSession)]
[NotInParallel("wine")]
public sealed class RecordingTests(WineHost wine) : IDisposable
{
    private static readonly string[] s_graphite = ["once", "--format", "graphite", "--prefix", "p."];

    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("collector-").FullName, "recorded");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    [Test]
    public async Task A_recording_of_Linux_is_the_same_on_Windows()
    {
        CommandResult recorded = await PublishedCollector.Run("record", _folder);
        CommandResult here = await PublishedCollector.Run([.. s_graphite, "--root", _folder]);
        CommandResult there = await wine.Run([.. s_graphite, "--root", WineHost.Drive(_folder)]);

        await Assert.That(recorded.Output).Contains(" native sources of ").And.Contains($"(linux) into {_folder}; replay it with: collector once --root ");
        await Assert.That(here.OutputLines).Contains(static line => line.Contains(".cpu.0.user ")).And.Contains(static line => line.Contains(".memory.total "));
        await Assert.That(there.OutputLines).IsEquivalentTo(here.OutputLines);
    }

    [Test]
    public async Task A_recording_of_Windows_is_the_same_on_Linux()
    {
        CommandResult recorded = await wine.Run("record", WineHost.Drive(_folder));
        CommandResult there = await wine.Run([.. s_graphite, "--root", WineHost.Drive(_folder)]);
        CommandResult here = await PublishedCollector.Run([.. s_graphite, "--root", _folder]);
        CommandResult live = await wine.Run([.. s_graphite, "--group", "memory.total,cpu[0].idle"]);

        await Assert.That(recorded.Output).Contains("recorded 0 files and ").And.Contains("(windows) into ");
        await Assert.That(here.OutputLines).Contains(static line => line.Contains(".disk_usage.Z.total "));
        await Assert.That(here.OutputLines).IsEquivalentTo(there.OutputLines);
        await Assert.That(here.OutputLines.Select(NameOf)).Contains(NameOf(live.OutputLines[0]));
        await Assert.That(ValueOf(here, "memory.total")).IsEqualTo(ValueOf(live, "memory.total"));
    }

    [Test]
    public async Task Every_command_reads_a_recording()
    {
        await wine.Run("record", WineHost.Drive(_folder));
        CommandResult list = await PublishedCollector.Run("list", "--root", _folder, "--group", "memory");
        CommandResult explain = await PublishedCollector.Run("explain", "cpu[0].system", "--root", _folder);
        CommandResult plan = await PublishedCollector.Run("plan", "--root", _folder);

        await Assert.That(list.OutputLines).Contains(static line => Regex.IsMatch(line, "^memory.total .* yes "));
        await Assert.That(explain.Output).Contains("windows: ProcessorTimes: (KernelTime - IdleTime) / 10000000").And.Contains("KernelTime = ");
        await Assert.That(plan.Output).Contains("cpu");
    }

    [Test]
    public async Task Performance_counters_are_recorded_with_their_raw_numbers()
    {
        await using CounterProvider provider = await CounterProvider.Register(wine);
        using TemporaryFolder folder = new();
        string configuration = folder.Write(
            "collector.json", """{ "counters": [ { "pdh": "\\#20000(*)\\#20008", "name": "queue.waiting" } ] }""");

        await wine.Run("record", WineHost.Drive(_folder), "--config", WineHost.Drive(configuration));
        CommandResult explained = await PublishedCollector.Run(
            "explain", "queue[mail].waiting", "--root", _folder, "--config", configuration);

        await Assert.That(explained.Output).Contains(@"declared   windows: \#20000(*)\#20008")
            .And.Contains("""
                  read       \#20000(mail)\#20008
                               type = 0x00010000
                               value = 7
                  value      7 count
                """);
    }

    [Test]
    public async Task A_folder_that_has_something_in_it_is_not_written_to()
    {
        Directory.CreateDirectory(_folder);
        await File.WriteAllTextAsync(Path.Combine(_folder, "mine"), "");
        CommandResult result = await PublishedCollector.Run("record", _folder);

        await Assert.That(result.ExitCode).IsEqualTo(64);
        await Assert.That(result.Error).IsEqualTo($"collector: the folder '{_folder}' is not empty; empty it, or name one that is not there yet\n");
        await Assert.That(Directory.EnumerateFileSystemEntries(_folder).Count()).IsEqualTo(1);
    }

    private static string NameOf(string line) => line.Split(' ')[0];

    private static string ValueOf(CommandResult result, string metric) =>
        result.OutputLines.First(line => NameOf(line).EndsWith($".{metric}", StringComparison.Ordinal)).Split(' ')[1];
}
