namespace Collector.EndToEnd.Tests;

/// <summary>What is measured, as the command line and the file say it.</summary>
public sealed class FilterTests
{
    [Test]
    [Arguments("disk_io[loop*].read_count,load.midterm", "p.h.disk_io.loop0.read_count p.h.load.midterm")]
    [Arguments("-*[*],-*.*,+load.longterm,+disk_io.write_count", "p.h.disk_io.sda.write_count p.h.load.longterm")]
    [Arguments("disk_io[*].read_count,-disk_io[sda]", "p.h.disk_io.loop0.read_count")]
    public async Task A_filter_chooses_groups_instances_and_metrics(string filter, string paths)
    {
        using TemporaryFolder folder = new();
        CommandResult result = await PublishedCollector.Run(
            "once", "--format", "graphite", "--host", "h", "--prefix", "p.", "--root", HostWithLoop(folder), "-g", filter);

        await Assert.That(result.Error).IsEqualTo("");
        await Assert.That(result.ExitCode).IsEqualTo(0);
        await Assert.That(string.Join(' ', Point.ParseAll(result.Output).Select(static point => point.Path))).IsEqualTo(paths);
    }

    [Test]
    public async Task All_brings_back_what_is_left_out_by_default()
    {
        using TemporaryFolder folder = new();
        string root = HostWithLoop(folder);
        CommandResult some = await PublishedCollector.Run("once", "--format", "graphite", "--root", root);
        CommandResult all = await PublishedCollector.Run("once", "--format", "graphite", "--root", root, "--all");

        await Assert.That(some.Output).DoesNotContain(".loop0.");
        await Assert.That(all.Output).Contains(".loop0.");
    }

    [Test]
    [Arguments("once")]
    [Arguments("list")]
    [Arguments("plan")]
    public async Task An_instance_that_is_not_there_is_named_with_those_that_are(string command)
    {
        using TemporaryFolder folder = new();
        CommandResult result = await PublishedCollector.Run(
            command, "--root", HostWithLoop(folder), "-g", "disk_io[foo*],load");

        await Assert.That(result.ErrorLines.Single()).IsEqualTo("collector: disk_io[foo*]: no such disk here now; there are sda, loop0");
        await Assert.That(result.ExitCode).IsEqualTo(0);
    }

    [Test]
    public async Task A_run_names_it_once_and_sends_it_when_it_comes()
    {
        using TemporaryFolder folder = new();
        string root = HostWithLoop(folder);
        string file = folder.File("sent.txt");
        await using ChildProcess collector = PublishedCollector.Start(
            "run", "--root", root, "-i", "1s", "--to", $"file://{file}", "-g", "disk_io[sdz].read_count,load.longterm");
        await Wait.Until("two ticks", () => Point.Stamps(file).Length >= 2);
        folder.Write("root/proc/diskstats", "   8       0 sdz 8 1 5 1 3 2 6 2 0 9 3\n");
        await Wait.Until("the new disk", () => File.ReadAllText(file).Contains(".disk_io.sdz.read_count 8 ", StringComparison.Ordinal));

        await Assert.That(collector.Error.Split("disk_io[sdz].read_count: no such disk here now").Length).IsEqualTo(2);
    }

    [Test]
    public async Task New_series_are_sent_a_few_at_a_time()
    {
        using TemporaryFolder folder = new();
        string file = folder.File("sent.txt");
        await using ChildProcess collector = PublishedCollector.Start(
            "run", "--root", HostWithLoop(folder), "-i", "1s", "--to", $"file://{file}", "-g", "load,uptime,disk_io.*_bytes",
            "--first-seen-rate", "120");
        await Wait.Until("all of them", () => collector.Error.Contains("every new series has been sent", StringComparison.Ordinal));

        IReadOnlyList<Point> points = Point.ParseAll(await File.ReadAllTextAsync(file));
        int before = 0;
        foreach (IGrouping<long, Point> tick in points.GroupBy(static point => point.Stamp))
        {
            // Two a second; a tick that came late has those of the one that it follows too.
            await Assert.That(tick.Count() - before).IsBetween(0, 4);
            before = tick.Count();
        }

        await Assert.That(before).IsEqualTo(6);
    }

    [Test]
    public async Task The_file_names_what_is_looked_at()
    {
        using TemporaryFolder folder = new();
        string config = folder.Write("collector.json", """{ "files": ["/proc/loadavg", "/no/such"], "group": ["file.exists"] }""");
        CommandResult result = await PublishedCollector.Run(
            "once", "--format", "json", "--config", config, "--root", HostWithLoop(folder));

        await Assert.That(result.Error).IsEqualTo("");
        await Assert.That(string.Concat(result.Output.Where(static character => !char.IsWhiteSpace(character))))
            .Contains("""{"file":{"/proc/loadavg":{"exists":1},"/no/such":{"exists":0}}}""");
    }

    private static string HostWithLoop(TemporaryFolder folder)
    {
        string root = RecordedHost.WithEverything(folder);
        folder.Write("root/proc/diskstats",
            "   8       0 sda 8 1 5 1 3 2 6 2 0 9 3\n   7       0 loop0 8 1 5 1 3 2 6 2 0 9 3\n");
        return root;
    }
}
