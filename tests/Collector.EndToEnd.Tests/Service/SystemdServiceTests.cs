using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Collector.EndToEnd.Tests;

/// <summary>The published executable as a service of a real systemd.</summary>
[ClassDataSource<BootedSystem>(Shared = SharedType.PerTestSession)]
[NotInParallel("booted")]
public sealed partial class SystemdServiceTests(BootedSystem system)
{
    /// <summary>By the scale of systemd-analyze from 0 to 10; most services have more than 9.</summary>
    private const double BearableExposure = 2.0;

    [Test]
    public async Task A_service_is_installed_started_stopped_and_removed_and_each_of_it_twice()
    {
        BootedSystem.SkipUnlessRoot();
        await using SystemdService service = new(system, "twice");
        string[] settings = ["--to", $"file://{service.File}", "--interval", "1s"];

        JsonElement installed = await service.Do("install", changes: true, settings);
        await service.Do("install", changes: false, settings);
        await service.Do("install", changes: true, [.. settings, "--prefix", "p."]);
        await Assert.That(installed.GetProperty("state").GetString()).IsEqualTo("stopped");
        await Assert.That(await service.Property("UnitFileState")).IsEqualTo("enabled");

        await service.Do("start", changes: true);
        await service.Do("start", changes: false);
        await service.More(2);
        JsonElement running = await service.Status();
        await Assert.That(running.GetProperty("state").GetString()).IsEqualTo("running");
        await Assert.That(running.GetProperty("command").GetString()).Contains("run --to file:///var/lib/twice/sent.txt");
        await Assert.That(running.GetProperty("notes")[0].GetString()).Contains(" lines sent, ");
        await Assert.That((await system.Run("stat", "--format", "%U", $"/proc/{await service.Process()}")).Output).IsNotEqualTo("root\n");

        await service.Do("stop", changes: true);
        await service.Do("stop", changes: false);
        await Assert.That((await service.Try("status")).ExitCode).IsEqualTo(1);
        await Assert.That(await service.Property("Result")).IsEqualTo("success");
        await Assert.That(service.Points.All(static point => point.Path.StartsWith("p.", StringComparison.Ordinal))).IsTrue();

        // A running one goes too.
        await service.Do("start", changes: true);
        await service.Do("uninstall", changes: true);
        await service.Do("uninstall", changes: false);
        await Assert.That(await service.Property("LoadState")).IsEqualTo("not-found");
        await Assert.That(File.Exists(system.PathOf(service.Unit))).IsFalse();
        await Assert.That((await service.Try("start")).ExitCode).IsEqualTo(69);
    }

    [Test]
    public async Task Systemd_finds_nothing_wrong_with_the_unit_and_little_that_it_may_do()
    {
        BootedSystem.SkipUnlessRoot();
        await using SystemdService service = new(system, "exposed");
        string file = await OddFile("""{ "to": ["graphite://127.0.0.1:2003"] }""");
        await service.Do("install", changes: true, "--config", file);

        CommandResult verified = await system.Run("systemd-analyze", "verify", service.Unit);
        string security = await system.Output("systemd-analyze", "security", "--no-pager", "--offline=yes", service.Unit);
        await Assert.That(verified.ExitCode).IsEqualTo(0);
        await Assert.That(verified.Output + verified.Error).IsEqualTo("");
        await Assert.That(double.Parse(Exposure().Match(security).Groups[1].Value, CultureInfo.InvariantCulture)).IsLessThanOrEqualTo(BearableExposure);
    }

    [Test]
    public async Task Arguments_arrive_as_they_were_typed()
    {
        BootedSystem.SkipUnlessRoot();
        await using SystemdService service = new(system, "words");
        string file = await OddFile($$"""{ "to": ["file://{{service.File}}"], "interval": "1s" }""");
        await service.Do("install", changes: true, "--config", file);
        await service.Do("start", changes: true);

        string[] words = (await system.Output("cat", $"/proc/{await service.Process()}/cmdline")).Split('\0');
        await Assert.That(words).Contains(file);
    }

    [Test]
    public async Task Every_group_of_a_service_can_be_read()
    {
        BootedSystem.SkipUnlessRoot();
        await using SystemdService service = new(system, "groups");
        await service.InstallAndStart("--log-level", "info");
        await service.More(2);

        string failed = service.Points.Last(static point => point.Path.EndsWith(".self.failed_groups", StringComparison.Ordinal)).Text;
        await Assert.That(failed).IsEqualTo("0").Because(await service.Journal());
        string[] measured = [.. service.Points.Select(static point => point.Path.Split('.')[2]).Distinct()];
        await Assert.That(((string[])["cpu", "memory", "load", "disk_usage", "processes", "clock", "tcp", "self"]).Except(measured)).IsEmpty();
        await Assert.That(await service.Journal("--priority", "warning")).DoesNotContain("tried again at each tick");
    }

    [Test]
    public async Task Lines_in_the_journal_have_priorities()
    {
        BootedSystem.SkipUnlessRoot();
        await using SystemdService service = new(system, "words");
        await service.InstallAndStart("--to", "graphite://127.0.0.1:1");

        string warnings = await service.Journal("--priority", "warning");
        await Assert.That(warnings).StartsWith("graphite://127.0.0.1:1: cannot connect");
        await Assert.That(warnings).DoesNotContain("measuring ");
        await Assert.That(await service.Journal()).StartsWith("measuring ").And.DoesNotContain("<6>");
    }

    [Test]
    public async Task A_reload_takes_a_changed_file_and_keeps_the_process()
    {
        BootedSystem.SkipUnlessRoot();
        await using SystemdService service = new(system, "reloaded");
        string file = system.PathOf("/etc/reloaded.json");
        await File.WriteAllTextAsync(file, $$"""{ "to": ["file://{{service.File}}"], "interval": "1s", "prefix": "before." }""");
        await service.Do("install", changes: true, "--config", "/etc/reloaded.json");
        await service.Do("start", changes: true);
        await service.More(1);
        int process = await service.Process();

        await File.WriteAllTextAsync(file, "{ nonsense");
        await system.Output("systemctl", "reload", service.Name);
        await Wait.Until("it says that the file is wrong", async () => (await service.Journal()).Contains("the old one stays in force", StringComparison.Ordinal));
        await File.WriteAllTextAsync(file, $$"""{ "to": ["file://{{service.File}}"], "interval": "1s", "prefix": "after." }""");
        await system.Output("systemctl", "reload", service.Name);
        await Wait.Until("lines have the new prefix", () => service.Points[^1].Path.StartsWith("after.", StringComparison.Ordinal));

        await Assert.That(await service.Process()).IsEqualTo(process);
        await Assert.That(await service.Property("ActiveState")).IsEqualTo("active");
        await Assert.That((await service.Status()).GetProperty("state").GetString()).IsEqualTo("running");
        long[] stamps = [.. service.Points.Select(static point => point.Stamp).Distinct()];
        await Assert.That(Ticks.LeftOut(stamps)).IsLessThanOrEqualTo(Ticks.Bearable);
    }

    [Test]
    public async Task A_renamed_host_sends_under_its_new_name()
    {
        BootedSystem.SkipUnlessRoot();
        await using SystemdService service = new(system, "renamed");
        await system.Output("hostname", "golden-1");
        await service.InstallAndStart("--prefix", "p.");
        await service.More(2);
        await system.Output("hostname", "web-1");
        await service.More(2);
        await service.Do("stop", changes: true);

        string[] names = [.. service.Points.Select(static point => point.Path.Split('.')[1])];
        await Assert.That(names.Distinct()).IsEquivalentTo(["golden-1", "web-1"]);
        await Assert.That(names.SkipWhile(static name => name == "golden-1").All(static name => name == "web-1")).IsTrue();
    }

    [Test]
    public async Task Stopping_flushes_what_waits()
    {
        BootedSystem.SkipUnlessRoot();
        await using SystemdService service = new(system, "flushed");
        await using ChildProcess tail = system.Start(BootedSystem.Collector, "tail", "--graphite", "2013", "--idle", "1s", "--for", "15s");
        await service.Do("install", changes: true, "--to", "graphite://127.0.0.1:2013", "--to", $"file://{service.File}", "--interval", "5s", "--phase", "4s");
        await service.Do("start", changes: true);
        await service.Do("stop", changes: true);

        await Assert.That(service.Points.Count).IsGreaterThan(0);
        await tail.Exit();
        string[] arrived = [.. Point.ParseAll(tail.Output).Select(static point => point.Line)];
        await Assert.That(service.Points.Select(static point => point.Line).Except(arrived)).IsEmpty();
    }

    [Test]
    public async Task A_killed_service_is_started_again()
    {
        BootedSystem.SkipUnlessRoot();
        await using SystemdService service = new(system, "killed");
        await service.InstallAndStart();
        await service.More(1);
        await DropIn(service, "RestartSec=200ms");
        int process = await service.Process();
        await service.SignalTo(Signal.Kill);

        await Wait.Until("another process runs", async () => await service.Process() is int next && next != 0 && next != process);
        await service.More(1);
        await Assert.That(await service.Property("NRestarts")).IsEqualTo("1");
    }

    [Test]
    public async Task A_service_that_hangs_is_noticed_and_started_again()
    {
        BootedSystem.SkipUnlessRoot();
        await using SystemdService service = new(system, "hangs");
        await service.Do("install", changes: true, "--to", $"file://{service.File}", "--interval", "1s");
        await DropIn(service, "RestartSec=200ms\nWatchdogSec=3\nTimeoutAbortSec=1");
        await service.Do("start", changes: true);
        int process = await service.Process();

        // While it works, three seconds are enough.
        await service.More(5);
        await Assert.That(await service.Process()).IsEqualTo(process);
        await service.SignalTo(Signal.Stop);

        await Wait.Until("another process runs", async () => await service.Process() is int next && next != 0 && next != process);
        await service.More(1);
        await Assert.That(await system.Output("journalctl", "--quiet", "--unit", service.Name, "--output", "cat")).Contains("Watchdog timeout");
    }

    [Test]
    public async Task Wrong_settings_are_told_at_the_start_and_not_tried_again()
    {
        BootedSystem.SkipUnlessRoot();
        await using SystemdService service = new(system, "wrong");
        string file = system.PathOf("/etc/wrong.json");
        await File.WriteAllTextAsync(file, """{ "to": ["graphite://127.0.0.1:1"] }""");
        await service.Do("install", changes: true, "--config", "/etc/wrong.json");
        await File.WriteAllTextAsync(file, """{ "interval": "nonsense" }""");
        CommandResult started = await service.Try("start");

        await Assert.That(started.ExitCode).IsEqualTo(69);
        await Assert.That(started.Error).Contains("did not start; it ended with exit code 78: ").And.Contains("nonsense");
        await Assert.That((await service.Status()).GetProperty("state").GetString()).IsEqualTo("failed");
        await Assert.That(await service.Property("NRestarts")).IsEqualTo("0");
    }

    /// <summary>Changes the unit as an administrator does.</summary>
    private async Task DropIn(SystemdService service, string lines)
    {
        string folder = Directory.CreateDirectory(system.PathOf($"{service.Unit}.d")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "test.conf"), $"[Service]\n{lines}\n");
        await system.Output("systemctl", "daemon-reload");
    }

    /// <summary>A file with all in its name that systemd could take for something else.</summary>
    /// <returns>Its path in the system.</returns>
    private async Task<string> OddFile(string text)
    {
        const string Name = """/etc/it's "100%h" $HOME ${HOME} back\slash ; x.json""";
        await File.WriteAllTextAsync(system.PathOf(Name), text);
        return Name;
    }

    [GeneratedRegex("Overall exposure level for .*: ([0-9.]+)")]
    private static partial Regex Exposure();
}
