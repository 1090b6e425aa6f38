using System.Diagnostics;
using System.Text.Json;
using Collector.EndToEnd.Tests.Packaging;

namespace Collector.EndToEnd.Tests;

/// <summary>
/// README's examples for configuration management. That of PowerShell DSC is run here, by PowerShell itself, with Wine's service manager;
/// those of Ansible and Puppet by <c>scripts/config-management.sh</c>.
/// </summary>
[ClassDataSource<WineHost>(Shared = SharedType.PerTestSession)]
[NotInParallel("wine")]
public sealed class ConfigurationManagementTests(WineHost wine)
{
    private const string Executable = @"'C:\Program Files\Collector\collector.exe'";
    private const string Configuration = @"C:\ProgramData\Collector\collector.json";
    private const string Settings = """{ "to": ["graphite://127.0.0.1:9"], "group": "uptime" }""";

    [Test]
    [Arguments("- hosts: all")]
    [Arguments("$collector = ")]
    [Arguments("Script Collector {")]
    public async Task Examples_are_short(string first) => await Assert.That(ReadmeExample.BeginningWith(first).Length).IsBetween(5, 12);

    [Test]
    public async Task The_script_resource_finds_the_service_missing_makes_it_and_finds_it_as_it_should_be()
    {
        await using InstalledService service = new(wine);
        using TemporaryFolder folder = new();
        string executable = folder.Write("collector.exe", $"""
            #!/bin/sh
            verb=$2
            shift 2
            exec {WineHost.CommandLine} service "$verb" --name {service.Name} "$@"
            """);
        File.SetUnixFileMode(executable, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        string configuration = folder.Write("collector.json", Settings);
        string example = string.Join('\n', ReadmeExample.BeginningWith("Script Collector {"));
        await Assert.That(example).Contains(Executable).And.Contains(Configuration);

        // A resource's properties look like commands with an equals sign as their first argument.
        string script = folder.Write("resource.ps1", $$"""
            function Script($Name, $Properties) { & $Properties }
            function GetScript($Equals, $Block) { $script:get = $Block }
            function TestScript($Equals, $Block) { $script:test = $Block }
            function SetScript($Equals, $Block) { $script:set = $Block }
            {{example.Replace(Executable, $"'{executable}'", StringComparison.Ordinal).Replace(Configuration, WineHost.Drive(configuration), StringComparison.Ordinal)}}
            function Show($What, $Value) { "$What $($Value.Count): $Value" }
            Show 'missing' @(& $test)
            $null = & $set
            Show 'made' @(& $test)
            $null = & '{{executable}}' service stop
            Show 'stopped' @(& $test)
            $null = & $set
            Show 'started' @(& $test)
            '{ "to": [] }' | Set-Content '{{configuration}}'
            Show 'wrong' @(& $test)
            try { $null = & $set } catch { "$_" }
            (& $get).Result
            """);
        CommandResult result = await Tool.PowerShell(wine.Environment(new ProcessStartInfo()), script);

        string[] lines = result.Output.TrimEnd().Split('\n');
        await Assert.That(lines[..^1]).IsEquivalentTo(
            [
                "missing 1: False", "made 1: True", "stopped 1: False", "started 1: True", "wrong 1: False",
                "the collector's service is not as it should be: 78",
            ]).Because(result.Error);
        await Assert.That(JsonDocument.Parse(lines[^1]).RootElement.GetProperty("state").GetString()).IsEqualTo("running");
    }

    [Test]
    public async Task A_dry_run_tells_what_an_installation_would_change_and_changes_nothing()
    {
        await using InstalledService service = new(wine);
        using TemporaryFolder folder = new();
        string[] settings = ["--config", WineHost.Drive(folder.Write("collector.json", Settings))];

        await WouldChange("install", true, settings);
        await Assert.That((await service.Status()).GetProperty("state").GetString()).IsEqualTo("not installed");
        await service.Do("install", changes: true, settings);
        await WouldChange("install", false, settings);
        JsonElement other = await WouldChange("install", true, [.. settings, "--interval", "1s"]);
        await Assert.That(other.GetProperty("text").GetString()).EndsWith(": its settings");

        // Wine keeps no entries of folders for services; a folder that is missing shows that they are looked at.
        JsonElement withSpool = await WouldChange("install", true, [.. settings, "--spool", WineHost.Drive(folder.File("spool"))]);
        await Assert.That(withSpool.GetProperty("text").GetString()).EndsWith(": its settings, access to its folder");
        await Assert.That(Directory.Exists(folder.File("spool"))).IsFalse();
        await service.Do("install", changes: false, settings);
        await WouldChange("uninstall", true);
        await service.Do("uninstall", changes: true);
        await WouldChange("uninstall", false);

        async Task<JsonElement> WouldChange(string verb, bool expected, params string[] arguments)
        {
            CommandResult result = await service.Try(verb, ["--dry-run", "--json", .. arguments]);
            await Assert.That(result.ExitCode).IsEqualTo(expected ? 1 : 0).Because(result.Output + result.Error);
            JsonElement plan = JsonDocument.Parse(result.Output).RootElement;
            await Assert.That(plan.GetProperty("changed").GetBoolean()).IsEqualTo(expected);
            return plan;
        }
    }
}
