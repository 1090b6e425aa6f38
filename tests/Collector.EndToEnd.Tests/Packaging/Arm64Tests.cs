namespace Collector.EndToEnd.Tests.Packaging;

/// <summary>The executable for arm64, run by qemu.</summary>
public sealed class Arm64Tests
{
    [Test]
    public async Task It_prints_the_metrics_of_this_host()
    {
        CommandResult result = await Run("once", "--format", "graphite", "--host", "arm", "-g", "cpu,memory,load,disk_usage,system,uptime,clock,processes,tcp,net_io,self");
        await Assert.That(result.ExitCode).IsEqualTo(0).Because(result.Error);

        // Numbers that come by files, by statfs, adjtimex, utmp and netlink.
        foreach (string name in (string[])["cpu.0.user", "memory.total", "disk_usage.", "clock.offset", "system.users", "processes.", "tcp."])
        {
            await Assert.That(result.OutputLines.Any(line => line.StartsWith($"collector.arm.{name}", StringComparison.Ordinal))).IsTrue().Because(name);
        }
    }

    [Test]
    public async Task It_sees_what_the_other_one_sees()
    {
        string[] stable =
        [
            "once", "--format", "graphite", "--host", "h", "-g",
            "memory.total,disk_usage.total,disk_usage.inodes_total,system.boot_time,system.users,net_io.up,net_io.speed,clock.synchronized",
        ];
        string[] arm = Values(await Run(stable));
        await Assert.That(arm.Length).IsGreaterThan(4);
        await Assert.That(arm).IsEquivalentTo(Values(await PublishedCollector.Run(stable)));
    }

    [Test]
    public async Task It_verifies_and_tells_its_architecture_and_version()
    {
        CommandResult verified = await Run("verify", "-e", "host.architecture == arm64", "-e", "memory.total > 1MiB", "-e", "file[/etc/passwd].exists");
        await Assert.That(verified.ExitCode).IsEqualTo(0).Because(verified.Output + verified.Error);
        await Assert.That((await Run("--version")).Output).IsEqualTo((await PublishedCollector.Run("--version")).Output);
    }

    /// <summary>Opening with O_NOFOLLOW, locking, and writing have other numbers there.</summary>
    [Test]
    public async Task It_delivers_by_way_of_a_spool()
    {
        using TemporaryFolder folder = new();
        using LineReceiver receiver = new(0);
        await using ChildProcess collector = new(PublishedCollector.StartInfo(Emulator, [.. Prefix,
            "run", "--to", $"graphite://127.0.0.1:{receiver.Port}", "--interval", "1s", "--phase", "0s", "--spool", folder.Path, "-g", "load"]));
        await Wait.Until("a line arrives", () => receiver.Text.Contains(".load.shortterm ", StringComparison.Ordinal), 60);
        collector.Send(Signal.Terminate);
        await Assert.That(await collector.Exit(60)).IsEqualTo(0).Because(collector.Error);
        await Assert.That(Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories)).IsNotEmpty();
    }

    private static string Emulator => Repository.Existing("qemu-user", "/usr/bin/qemu-aarch64");

    private static string[] Prefix => ["-L", "/usr/aarch64-linux-gnu", Dist.Executable("linux-arm64")];

    private static Task<CommandResult> Run(params string[] arguments) =>
        Tool.Run(PublishedCollector.StartInfo(Emulator, [.. Prefix, .. arguments]));

    /// <summary>Lines without their time stamps.</summary>
    private static string[] Values(CommandResult result) =>
        [.. result.OutputLines.Select(static line => line[..line.LastIndexOf(' ')])];
}
