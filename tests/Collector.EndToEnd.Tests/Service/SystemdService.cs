using System.Globalization;
using System.Text.Json;

namespace Collector.EndToEnd.Tests;

/// <summary>A service of a booted system, by a name of its own, for as long as a test needs it.</summary>
internal sealed class SystemdService(BootedSystem system, string name) : IAsyncDisposable
{
    public string Name => name;

    public string Unit => $"/etc/systemd/system/{name}.service";

    /// <summary>A file that it may write, as it sees it.</summary>
    public string File => $"/var/lib/{name}/sent.txt";

    /// <summary>The points that it has written there.</summary>
    public IReadOnlyList<Point> Points => Point.Read(system.PathOf($"/var/lib/private/{name}/sent.txt"));

    /// <summary>Runs a verb that is to change something, or nothing.</summary>
    public async Task<JsonElement> Do(string verb, bool changes, params string[] arguments)
    {
        CommandResult result = await Try(verb, ["--json", .. arguments]);
        await Assert.That(result.ExitCode).IsEqualTo(0).Because($"{verb}: {result.Error}{result.Output}{await Journal()}");
        JsonElement outcome = JsonDocument.Parse(result.Output).RootElement;
        await Assert.That(outcome.GetProperty("action").GetString()).IsEqualTo(verb);
        await Assert.That(outcome.GetProperty("changed").GetBoolean()).IsEqualTo(changes).Because(outcome.GetRawText());
        return outcome;
    }

    /// <summary>Runs a verb, whatever comes of it.</summary>
    public Task<CommandResult> Try(string verb, params string[] arguments) =>
        system.Run(BootedSystem.Collector, ["service", verb, "--name", name, .. arguments]);

    /// <summary>Has it write its points, one tick a second.</summary>
    public async Task InstallAndStart(params string[] arguments)
    {
        await Do("install", changes: true, ["--to", $"file://{File}", "--interval", "1s", .. arguments]);
        await Do("start", changes: true);
    }

    public async Task<JsonElement> Status() => JsonDocument.Parse((await Try("status", "--json")).Output).RootElement;

    /// <summary>Its main process, as the system counts; 0 if there is none.</summary>
    public async Task<int> Process() => int.Parse(await Property("MainPID"), CultureInfo.InvariantCulture);

    /// <summary>Sends its main process a signal.</summary>
    public Task SignalTo(Signal signal) => system.Output("systemctl", "kill", "--kill-whom=main", $"--signal={(int)signal}", name);

    public Task<string> Property(string property) => system.Output("systemctl", "show", "--property", property, "--value", name);

    /// <summary>What it has said to the journal itself, a line each.</summary>
    public Task<string> Journal(params string[] arguments) =>
        system.Output("journalctl", ["--quiet", "--unit", name, "--identifier", "collector", "--output", "cat", .. arguments]);

    /// <summary>Waits until it has written this many ticks more.</summary>
    public async Task More(int ticks)
    {
        long newest = Points is [.., Point last] ? last.Stamp : 0;
        int before = Points.Select(static point => point.Stamp).Distinct().Count();
        await Wait.Until($"{ticks} ticks after {newest}", () => Points.Select(static point => point.Stamp).Distinct().Count() >= before + ticks);
    }

    public async ValueTask DisposeAsync() => await Try("uninstall");
}
