using System.Text.Json;

namespace Collector.EndToEnd.Tests;

/// <summary><c>snapshot</c> and <c>diff</c>: a host that nobody changed differs in nothing, else exactly the change is said.</summary>
public sealed class GoldenHostTests
{
    [Test]
    public async Task This_host_twice_differs_in_nothing()
    {
        using TemporaryFolder folder = new();
        string first = await Take(folder, "first.json");
        await Task.Delay(TimeSpan.FromSeconds(1));
        string second = await Take(folder, "second.json");

        await Assert.That(await File.ReadAllTextAsync(second)).IsEqualTo(await File.ReadAllTextAsync(first));
        CommandResult diff = await PublishedCollector.Run("diff", first, second);
        await Assert.That(diff.Output).StartsWith("no difference between ");
        await Assert.That(diff.ExitCode).IsEqualTo(0);
    }

    [Test]
    public async Task A_change_of_files_is_exactly_what_is_reported()
    {
        using TemporaryFolder folder = new();
        string root = RecordedHost.WithEverything(folder);
        AddService(folder);
        string config = folder.Write("collector.json", """{ "services": ["cron", "sshd"] }""");
        string before = await Take(folder, "before.json", "--root", root, "--config", config);

        string memory = folder.File("root/proc/meminfo");
        await File.WriteAllTextAsync(
            memory, (await File.ReadAllTextAsync(memory)).Replace("16303456 kB", "8303456 kB", StringComparison.Ordinal));
        await File.WriteAllTextAsync(folder.File("root/sys/fs/cgroup/system.slice/cron.service/cgroup.procs"), "");
        await File.AppendAllTextAsync(folder.File("root/proc/net/dev"), "  eth0: 1 2 3 4 0 0 0 0 5 6 7 8 0 0 0 0\n");
        await File.WriteAllTextAsync(folder.File("root/proc/loadavg"), "9.52 9.41 9.30 2/345 6789\n");
        string after = await Take(folder, "after.json", "--root", root, "--config", config);

        CommandResult diff = await PublishedCollector.Run("diff", before, after);
        await Assert.That(diff.ExitCode).IsEqualTo(1);
        await Assert.That(diff.OutputLines[..^1]).IsEquivalentTo(
        [
            "memory.total           15.5 GiB  ->  7.9 GiB  -49.1%",
            "net_io[eth0]           absent    ->  present",
            "service[cron].running  true      ->  false",
        ]);
        await Assert.That(diff.OutputLines[^1]).StartsWith("3 differences between ");
        await Assert.That((await PublishedCollector.Run(
            "diff", before, after, "--tolerance", "50%", "--ignore", "net_io[eth*]", "--ignore", "service")).ExitCode).IsEqualTo(0);
    }

    [Test]
    public async Task A_file_system_that_is_filled_is_exactly_what_is_reported()
    {
        using Tmpfs? disk = Tmpfs.Mount(kilobytes: 1024);
        Skip.When(disk is null, "mounting a file system takes root");
        using TemporaryFolder folder = new();
        string[] filter = ["--group", $"disk_usage[{disk!.Path}],memory"];
        string before = await Take(folder, "before.json", filter);
        await File.WriteAllBytesAsync(Path.Combine(disk.Path, "half"), new byte[512 * 1024]);
        string half = await Take(folder, "half.json", filter);
        await File.WriteAllBytesAsync(Path.Combine(disk.Path, "rest"), new byte[500 * 1024]);
        string full = await Take(folder, "full.json", filter);

        await Assert.That((await PublishedCollector.Run("diff", before, half)).ExitCode).IsEqualTo(0);
        CommandResult diff = await PublishedCollector.Run("diff", before, full, "--format", "json");
        using JsonDocument report = JsonDocument.Parse(diff.Output);
        JsonElement difference = report.RootElement.GetProperty("differences").EnumerateArray().Single();
        await Assert.That(difference.GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal))
            .IsEqualTo($$"""{"path":"disk_usage[{{disk.Path}}].full","before":false,"after":true}""");
    }

    [Test]
    public async Task Each_kind_of_bad_input_has_its_exit_code()
    {
        using TemporaryFolder folder = new();
        string good = folder.Write("good.json", """{ "groups": {} }""");
        string bad = folder.Write("bad.json", "{\n  \"grups\": {} }");

        await AssertFails(64, "collector: --tolerance: '5' is no percentage", "diff", good, good, "--tolerance", "5");
        await AssertFails(64, "collector: --format: there is no format 'yaml'", "diff", good, good, "--format", "yaml");
        await AssertFails(64, "collector: ", "diff", good);
        await AssertFails(74, "collector: cannot read the snapshot: ", "diff", good, folder.File("none.json"));
        await AssertFails(74, "collector: cannot write the snapshot: ", "snapshot", "--output", folder.File("no/such/folder.json"));
        await AssertFails(78, $"collector: {bad}(2,3): a snapshot has no key 'grups'; did you mean 'groups'?", "diff", good, bad);
    }

    [Test]
    public async Task Help_shows_both()
    {
        CommandResult help = await PublishedCollector.Run("--help");

        await Assert.That(help.Output).Contains("  snapshot ").And.Contains("  diff ");
        await Assert.That((await PublishedCollector.Run("snapshot", "--help")).Output).Contains("full: 95 % or more");
        await Assert.That((await PublishedCollector.Run("diff", "--help")).Output).Contains("Exit codes: 0 no difference");
    }

    private static async Task AssertFails(int exitCode, string message, params string[] arguments)
    {
        CommandResult result = await PublishedCollector.Run(arguments);

        await Assert.That(result.Error).StartsWith(message);
        await Assert.That(result.ExitCode).IsEqualTo(exitCode);
        await Assert.That(result.Output).IsEmpty();
    }

    private static async Task<string> Take(TemporaryFolder folder, string name, params string[] arguments)
    {
        string file = folder.File(name);
        CommandResult result = await PublishedCollector.Run(["snapshot", "--output", file, .. arguments]);
        await Assert.That(result.Error).IsEmpty();
        await Assert.That(result.ExitCode).IsEqualTo(0);
        return file;
    }

    /// <summary>A service that runs, as systemd and the kernel show it.</summary>
    private static void AddService(TemporaryFolder folder)
    {
        folder.Write("root/run/systemd/system/.keep", "");
        folder.Write("root/sys/fs/cgroup/cgroup.controllers", "cpu memory\n");
        folder.Write("root/sys/fs/cgroup/system.slice/cron.service/cgroup.procs", "1\n");
        const string Unit = "[Service]\nExecStart=/bin/true\n[Install]\nWantedBy=multi-user.target\n";
        folder.Write("root/usr/lib/systemd/system/cron.service", Unit);
        folder.Write("root/etc/systemd/system/multi-user.target.wants/cron.service", Unit);
    }
}
