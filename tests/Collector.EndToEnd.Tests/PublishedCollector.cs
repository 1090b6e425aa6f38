using System.Diagnostics;

namespace Collector.EndToEnd.Tests;

/// <summary>The executable that <c>scripts/publish.sh</c> made for this system.</summary>
internal static class PublishedCollector
{
    public static string Path => Repository.Existing(
        "The published executable", System.IO.Path.Combine(Repository.Root, "dist", "linux-x64", "collector"));

    public static ChildProcess Start(params string[] arguments) => new(StartInfo(Path, arguments));

    /// <summary>Runs to the end.</summary>
    public static Task<CommandResult> Run(params string[] arguments) => Run(new ChildProcess(StartInfo(Path, arguments)));

    public static async Task<CommandResult> Run(ChildProcess started)
    {
        await using ChildProcess process = started;
        int exitCode = await process.Exit();
        return new(exitCode, process.Output, process.Error);
    }

    /// <summary>How to start a program with nothing of the caller's own settings for the collector.</summary>
    public static ProcessStartInfo StartInfo(string program, IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(program, arguments);
        foreach (string name in start.Environment.Keys.Where(static name => name.StartsWith("COLLECTOR_", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        return start;
    }
}
