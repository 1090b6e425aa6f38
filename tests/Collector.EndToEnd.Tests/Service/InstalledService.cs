using System.Text.Json;

namespace Collector.EndToEnd.Tests;

/// <summary>A service under Wine, by a name of its own, for as long as a test needs it.</summary>
internal sealed class InstalledService(WineHost wine) : IAsyncDisposable
{
    private static int s_count;

    public string Name { get; } = $"collector-{Environment.ProcessId}-{Interlocked.Increment(ref s_count)}";

    /// <summary>The executable that installs it; another one than was published after an upgrade. It has to outlive this.</summary>
    public string Executable { get; set; } = WineHost.Executable;

    /// <summary>Runs a verb that is to succeed.</summary>
    /// <returns>What it printed.</returns>
    public async Task<JsonElement> Do(string verb, params string[] arguments)
    {
        CommandResult result = await Try(verb, ["--json", .. arguments]);
        await Assert.That(result.ExitCode).IsEqualTo(0).Because($"{verb}: {result.Error}{result.Output}");
        return JsonDocument.Parse(result.Output).RootElement;
    }

    /// <summary>Runs a verb that is to change something, or nothing.</summary>
    public async Task<JsonElement> Do(string verb, bool changes, params string[] arguments)
    {
        JsonElement outcome = await Do(verb, arguments);
        await Assert.That(outcome.GetProperty("action").GetString()).IsEqualTo(verb);
        await Assert.That(outcome.GetProperty("changed").GetBoolean()).IsEqualTo(changes).Because(outcome.GetRawText());
        return outcome;
    }

    /// <summary>Runs a verb, whatever comes of it.</summary>
    public async Task<CommandResult> Try(string verb, params string[] arguments)
    {
        string[] words = ["service", verb, "--name", Name, .. arguments];
        CommandResult result = await wine.RunProgram(Executable, words);

        // What befalls a program now and then, see WineHost, befalls a service's too: to Wine it is late then, at once.
        return result.Error.Contains("timeout (1053)", StringComparison.Ordinal) ? await wine.RunProgram(Executable, words) : result;
    }

    public async Task<JsonElement> Status() => JsonDocument.Parse((await Try("status", "--json")).Output).RootElement;

    public async ValueTask DisposeAsync() => await Try("uninstall");
}
