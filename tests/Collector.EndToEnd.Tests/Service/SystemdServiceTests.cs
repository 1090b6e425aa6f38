using System.Text.Json;

namespace Collector.EndToEnd.Tests.Service;

/// <summary>The service of a real systemd, from its installation to its end.</summary>
[NotInParallel("systemd")]
public sealed class SystemdServiceTests
{
    private const string Sent = "/var/lib/collector/sent.txt";
    private const string Configuration = "/etc/collector.json";

    [Test]
    public async Task It_is_installed_started_reloaded_renamed_stopped_and_removed_and_each_may_be_repeated()
    {
        await using BootedSystem system = await BootedSystem.Start();
        string sent = system.PathOf("/var/lib/private/collector/sent.txt");
        await Configure(system, "uptime,clock,processes,self");

        await Assert.That(await Changed(system, "install", "--config", Configuration)).IsTrue();
        await Assert.That(await Changed(system, "install", "--config", Configuration)).IsFalse();
        await Assert.That(await system.Output("systemd-analyze", "verify", "/etc/systemd/system/collector.service")).IsEmpty();
        await Assert.That((await system.Service("status")).ExitCode).IsEqualTo(1);
        await Assert.That(await Changed(system, "start")).IsTrue();
        await Assert.That(await Changed(system, "start")).IsFalse();
        CommandResult status = await system.Service("status");
        await Assert.That(status.Output).Contains("the service 'collector' is running, process ").And.Contains("start: enabled");
        await Assert.That(status.ExitCode).IsEqualTo(0);

        // systemd takes it for started once the first tick was taken.
        await Assert.That(Point.Read(sent).Count).IsGreaterThan(0);
        await Assert.That(await system.Journal("--priority", "warning")).IsEmpty();

        await Configure(system, "uptime,load");
        await system.Output("systemctl", "reload", "collector");
        await Wait.Until("the new configuration", () => Point.Read(sent).Any(static point => point.Path.Contains(".load.", StringComparison.Ordinal)));
        await File.WriteAllTextAsync(system.PathOf(Configuration), "{ \"interval\": \"1 potato\" }");
        await system.Output("systemctl", "reload", "collector");
        await Wait.Until("the wrong configuration is refused", async () =>
            (await system.Journal("--priority", "err")).Contains($"{Configuration}(1,15): interval: '1 potato'", StringComparison.Ordinal));

        await system.Output("hostname", "renamed");
        await Wait.Until("the new name", () => Point.Read(sent)[^1].Path.StartsWith("collector.renamed.", StringComparison.Ordinal));

        await Assert.That(await Changed(system, "stop")).IsTrue();
        await Assert.That(await Changed(system, "stop")).IsFalse();
        await Assert.That(await system.Journal()).Contains("not delivered: 0");
        await Assert.That(await Changed(system, "uninstall")).IsTrue();
        await Assert.That(await Changed(system, "uninstall")).IsFalse();
        await Assert.That((await system.Service("status")).Output).StartsWith("there is no service 'collector'");
    }

    [Test]
    public async Task Systemd_starts_it_again_when_it_was_killed_or_stands_still_and_not_when_its_configuration_is_wrong()
    {
        await using BootedSystem system = await BootedSystem.Start();
        await system.Output("mkdir", "-p", "/etc/systemd/system/collector.service.d");
        await File.WriteAllTextAsync(
            system.PathOf("/etc/systemd/system/collector.service.d/fast.conf"), "[Service]\nRestartSec=100ms\nWatchdogSec=3\n");
        await system.Output("collector", "service", "install", "--to", $"file://{Sent}", "--interval", "1s", "--group", "uptime");
        await system.Output("collector", "service", "start");
        string first = await system.Property("MainPID");

        await system.Output("systemctl", "kill", "--kill-who", "main", "--signal", "KILL", "collector");
        await Wait.Until("it runs again", async () => await IsAnother(system, first));
        string second = await system.Property("MainPID");
        await Task.Delay(TimeSpan.FromSeconds(5));
        await Assert.That(await system.Property("MainPID")).IsEqualTo(second);
        await system.Output("systemctl", "kill", "--kill-who", "main", "--signal", "STOP", "collector");
        await Wait.Until("it runs again, after the watchdog", async () => await IsAnother(system, second), seconds: 40);

        await system.Output("collector", "service", "stop");
        await File.WriteAllTextAsync(system.PathOf(Configuration), $$"""{ "to": ["file://{{Sent}}"] }""");
        await system.Output("collector", "service", "install", "--config", Configuration);
        await File.WriteAllTextAsync(system.PathOf(Configuration), "{ \"intervall\": \"1s\" }");
        CommandResult refused = await system.Service("start");
        await Assert.That(refused.Error).Contains("the service 'collector' did not start; it ended with exit code 78")
            .And.Contains("there is no such setting; did you mean 'interval'?");
        await Assert.That(refused.ExitCode).IsEqualTo(69);

        // Ten times as long as systemd would wait before it tries again.
        string ended = await system.Property("ExecMainPID");
        await Task.Delay(TimeSpan.FromSeconds(1));
        await Assert.That(await system.Property("SubState")).IsEqualTo("failed");
        await Assert.That(await system.Property("ExecMainPID")).IsEqualTo(ended);
    }

    private static Task Configure(BootedSystem system, string groups) => File.WriteAllTextAsync(
        system.PathOf(Configuration), $$"""{ "to": ["file://{{Sent}}"], "interval": "1s", "group": "{{groups}}" }""");

    private static async Task<bool> Changed(BootedSystem system, params string[] words)
    {
        CommandResult result = await system.Service([.. words, "--json"]);
        await Assert.That(result.ExitCode).IsEqualTo(0).Because(result.Error);
        using JsonDocument outcome = JsonDocument.Parse(result.Output);
        return outcome.RootElement.GetProperty("changed").GetBoolean();
    }

    private static async Task<bool> IsAnother(BootedSystem system, string before) =>
        await system.Property("SubState") == "running" && await system.Property("MainPID") != before;
}
