using System.Text.Json;

namespace Collector.EndToEnd.Tests;

/// <summary>The published executable as a service of Wine's service manager, which runs services as Windows' does.</summary>
[ClassDataSource<WineHost>(Shared = SharedType.PerTestSession)]
[NotInParallel("wine")]
public sealed class WindowsServiceTests(WineHost wine)
{
    private const string EventSource = @"HKLM\SYSTEM\CurrentControlSet\Services\EventLog\Application\Collector";

    [Test]
    public async Task A_service_is_installed_started_stopped_and_removed_and_each_of_it_twice()
    {
        await using CarbonCache carbon = await CarbonCache.Start();
        await using InstalledService service = new(wine);
        string[] settings = Settings($"graphite://127.0.0.1:{carbon.Port}?rotate=2s");

        JsonElement installed = await service.Do("install", changes: true, settings);
        await service.Do("install", changes: false, settings);
        CommandResult source = await wine.RunProgram("reg", "query", EventSource);
        await service.Do("start", changes: true);
        await service.Do("start", changes: false);
        await Wait.Until("metrics arrive", () => carbon.Read("p.h.uptime.uptime").Count > 1);
        JsonElement running = await service.Status();
        await service.Do("stop", changes: true);
        await service.Do("stop", changes: false);
        long last = carbon.Read("p.h.uptime.uptime").Keys.Max();
        await service.Do("start", changes: true);
        await Wait.Until("metrics go on", () => carbon.Read("p.h.uptime.uptime").Keys.Max() > last);
        await service.Do("uninstall", changes: true);
        await service.Do("uninstall", changes: false);
        CommandResult noSource = await wine.RunProgram("reg", "query", EventSource);

        await Assert.That(installed.GetProperty("state").GetString()).IsEqualTo("stopped");
        await Assert.That(installed.GetProperty("text").GetString()).Contains(@"NT AUTHORITY\LocalService");
        await Assert.That(running.GetProperty("state").GetString()).IsEqualTo("running");
        await Assert.That(running.GetProperty("command").GetString()).StartsWith($"\"{WineHost.Drive(WineHost.Executable).Replace('/', '\\')}\" run --service {service.Name} --to");
        await Assert.That(source.Output).Contains("EventMessageFile").And.Contains("collector.exe").And.Contains("TypesSupported");
        await Assert.That(noSource.ExitCode).IsNotEqualTo(0);
        await Assert.That((await service.Status()).GetProperty("state").GetString()).IsEqualTo("not installed");
    }

    [Test]
    public async Task An_upgrade_in_place_goes_on_with_another_executable_and_other_settings()
    {
        await using CarbonCache carbon = await CarbonCache.Start();
        using TemporaryFolder folder = new();
        await using InstalledService service = new(wine);
        string to = $"graphite://127.0.0.1:{carbon.Port}?rotate=2s";
        await service.Do("install", changes: true, Settings(to));
        await service.Do("start", changes: true);
        await Wait.Until("metrics arrive", () => carbon.Read("p.h.uptime.uptime").Count > 0);

        service.Executable = folder.File("new version/collector.exe");
        Directory.CreateDirectory(folder.File("new version"));
        File.Copy(WineHost.Executable, service.Executable);
        JsonElement moved = await service.Do("install", changes: true, Settings(to));
        JsonElement otherwise = await service.Do("install", changes: true, [.. Settings(to), "--tag", "a=b"]);
        await service.Do("install", changes: false, [.. Settings(to), "--tag", "a=b"]);
        await service.Do("stop", changes: true);
        long last = carbon.Read("p.h.uptime.uptime").Keys.Max();
        await service.Do("start", changes: true);
        await Wait.Until("metrics go on", () => carbon.Read("p.h.uptime.uptime").Keys.Max() > last);

        await Assert.That(moved.GetProperty("text").GetString()).Contains("its executable").And.Contains("the event log's source");
        await Assert.That(moved.GetProperty("notes").GetRawText()).Contains("still runs as it was");
        await Assert.That(otherwise.GetProperty("text").GetString()).EndsWith(": its settings");
        await Assert.That((await service.Status()).GetProperty("command").GetString()).Contains("new version").And.Contains("--tag a=b");
    }

    [Test]
    public async Task A_configuration_that_became_wrong_keeps_the_service_from_running_and_the_manager_says_so()
    {
        await using InstalledService service = new(wine);
        using TemporaryFolder folder = new();
        string file = folder.Write("collector.json", """{ "to": ["graphite://127.0.0.1:9"], "interval": "1s" }""");
        await service.Do("install", changes: true, "--config", WineHost.Drive(file));
        await File.WriteAllTextAsync(file, """{ "to": ["graphite://127.0.0.1:9"], "intervall": "1s" }""");
        CommandResult result = await service.Try("start");
        JsonElement failed = await service.Status();
        await File.WriteAllTextAsync(file, """{ "to": ["graphite://127.0.0.1:9"], "interval": "1s" }""");
        await service.Do("start", changes: true);

        await Assert.That(result.ExitCode).IsEqualTo(78);
        await Assert.That(result.ErrorLines).HasSingleItem();
        await Assert.That(result.Error).Contains("its configuration is invalid (78)").And.Contains("event log");
        await Assert.That(failed.GetProperty("state").GetString()).IsEqualTo("failed");
        await Assert.That(failed.GetProperty("exitCode").GetInt32()).IsEqualTo(78);
    }

    [Test]
    public async Task A_change_of_parameters_has_the_configuration_read_again_and_a_wrong_one_is_not_taken()
    {
        using ParameterChange change = await ParameterChange.Build(wine);
        using TemporaryFolder folder = new();
        await using CarbonCache carbon = await CarbonCache.Start();
        await using InstalledService service = new(wine);
        string file = folder.Write("collector.json", Configuration("h1"));
        await service.Do("install", changes: true, "--config", WineHost.Drive(file), "--log-file", WineHost.Drive(folder.File("log/collector.log")));
        await service.Do("start", changes: true);
        await Wait.Until("metrics arrive", () => carbon.Read("p.h1.uptime.uptime").Count > 0);

        folder.Write("collector.json", Configuration("h2"));
        await change.Tell(service.Name);
        await Wait.Until("metrics have the new name", () => carbon.Read("p.h2.uptime.uptime").Count > 0);
        folder.Write("collector.json", "{ ]");
        await change.Tell(service.Name);
        await Wait.Until("the wrong one is reported", () => File.ReadAllText(folder.File("log/collector.log")).Contains("was not taken"));
        long last = carbon.Read("p.h2.uptime.uptime").Keys.Max();
        await Wait.Until("metrics go on", () => carbon.Read("p.h2.uptime.uptime").Keys.Max() > last);

        string Configuration(string host) =>
            $$"""{ "to": ["graphite://127.0.0.1:{{carbon.Port}}?rotate=2s"], "interval": "1s", "phase": "0s", "prefix": "p.", "host": "{{host}}", "group": "uptime" }""";
    }

    [Test]
    public async Task A_stop_that_was_asked_for_is_no_failure_though_lines_are_left()
    {
        await using InstalledService service = new(wine);
        using TemporaryFolder folder = new();
        string log = folder.File("log/collector.log");
        await service.Do("install", changes: true, [.. Settings("graphite://127.0.0.1:9"), "--log-file", WineHost.Drive(log)]);
        await service.Do("start", changes: true);
        await service.Do("stop", changes: true);
        JsonElement stopped = await service.Status();

        await Assert.That(await File.ReadAllTextAsync(log)).Matches("not delivered: [1-9]");
        await Assert.That(stopped.GetProperty("state").GetString()).IsEqualTo("stopped");
        await Assert.That(stopped.GetProperty("exitCode").GetInt32()).IsEqualTo(0);
    }

    [Test]
    public async Task Another_programs_service_is_left_alone()
    {
        await using InstalledService service = new(wine);
        CommandResult made = await wine.RunProgram("sc", "create", service.Name, "binPath=", @"C:\windows\system32\winedevice.exe");
        CommandResult install = await service.Try("install", Settings("graphite://127.0.0.1:9"));
        CommandResult uninstall = await service.Try("uninstall");
        await wine.RunProgram("sc", "delete", service.Name);

        await Assert.That(made.ExitCode).IsEqualTo(0).Because(made.Output);
        await Assert.That(install.ExitCode).IsEqualTo(64);
        await Assert.That(install.Error).Contains("was not made by 'collector service install'").And.Contains("winedevice.exe");
        await Assert.That(uninstall.ExitCode).IsEqualTo(64);
    }

    [Test]
    public async Task A_command_line_that_became_wrong_ends_the_service_with_its_code()
    {
        await using InstalledService service = new(wine);
        string commandLine = $"\"{WineHost.Drive(WineHost.Executable)}\" run --service {service.Name} --no-such-option";
        CommandResult made = await wine.RunProgram("sc", "create", service.Name, "binPath=", commandLine);
        CommandResult result = await service.Try("start");

        await Assert.That(made.ExitCode).IsEqualTo(0).Because(made.Output);
        await Assert.That(result.ExitCode).IsEqualTo(64).Because(result.Error);
        await Assert.That(result.Error).Contains("its command line is wrong (64)");
    }

    [Test]
    public async Task Only_the_service_manager_starts_a_service()
    {
        CommandResult byHand = await wine.Run("run", "--service", "collector", "--to", "graphite://127.0.0.1:9");
        await using InstalledService service = new(wine);
        CommandResult missing = await service.Try("start");

        await Assert.That(byHand.ExitCode).IsEqualTo(64);
        await Assert.That(byHand.Error).Contains("collector service start");
        await Assert.That(missing.ExitCode).IsEqualTo(69);
        await Assert.That(missing.Error).Contains("collector service install");
    }

    [Test]
    public async Task A_service_that_could_not_run_is_not_installed()
    {
        await using InstalledService service = new(wine);
        CommandResult nowhere = await service.Try("install");
        CommandResult wrong = await service.Try("install", "--to", "graphite://127.0.0.1", "--interval", "often");
        CommandResult relative = await service.Try("install", "--to", "graphite://127.0.0.1", "--config", "missing.json");

        await Assert.That(nowhere.ExitCode).IsEqualTo(64);
        await Assert.That(nowhere.Error).Contains("no standard output");
        await Assert.That(wrong.ExitCode).IsEqualTo(64);
        await Assert.That(relative.ExitCode).IsEqualTo(78);
        await Assert.That((await service.Status()).GetProperty("state").GetString()).IsEqualTo("not installed");
    }

    private static string[] Settings(string to) =>
        ["--to", to, "--interval", "1s", "--phase", "0s", "--host", "h", "--prefix", "p.", "--group", "memory,uptime"];
}
