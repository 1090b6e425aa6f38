using System.Diagnostics;

namespace Collector.EndToEnd.Tests;

/// <summary>A collector on a host that can be renamed, as nothing else has its name. It takes root.</summary>
internal sealed class RenamedHost(string name, params string[] arguments) : IAsyncDisposable
{
    public ChildProcess Collector { get; } = new(PublishedCollector.StartInfo("unshare", [
        "--uts", "sh", "-c", "hostname \"$1\"; shift; exec setsid \"$@\"", "sh", name, PublishedCollector.Path,
        "run", "--interval", "1s", "--prefix", "p.", "--group", "load,uptime", .. arguments,
    ]));

    public static void SkipUnlessRoot() => Skip.When(!Environment.IsPrivilegedProcess, "Renaming a host takes root.");

    /// <summary>What a host is called in the lines of a destination.</summary>
    public static string NameIn(string line) => line.Split('.')[1];

    public async Task Rename(string next)
    {
        await using ChildProcess process = new(new ProcessStartInfo("nsenter", ["--target", $"{Collector.Id}", "--uts", "hostname", next]));
        await Assert.That(await process.Exit()).IsEqualTo(0).Because(process.Error);
    }

    public Task Says(string text) => Wait.Until($"it says: {text}", () => Collector.Error.Contains(text, StringComparison.Ordinal));

    public async Task<int> Stop()
    {
        Collector.Send(Signal.Terminate);
        return await Collector.Exit();
    }

    public ValueTask DisposeAsync() => Collector.DisposeAsync();
}
