using System.Diagnostics;
using TUnit.Core.Interfaces;

namespace Collector.EndToEnd.Tests;

/// <summary>Windows as Wine plays it, for as long as tests need it.</summary>
public sealed class WineHost : IAsyncInitializer, IAsyncDisposable
{
    private const string Loader = "/usr/lib/wine/wine64";
    private const string Server = "/usr/lib/wine/wineserver64";

    private readonly string _prefix = Path.Combine(Repository.Artifacts, "wine");

    public async Task InitializeAsync()
    {
        Repository.Existing("Wine", Loader);
        Repository.Existing("The Wine prefix", Path.Combine(_prefix, "ready"));

        // Else Wine ends its session, and starts it anew, a few seconds after each program.
        await RunTool(Server, "-p");
        await RunTool(Loader, "wineboot");
    }

    public async ValueTask DisposeAsync() => await RunTool(Server, "-k");

    /// <summary>Starts the executable that was published for Windows.</summary>
    internal ChildProcess Start(params string[] arguments)
    {
        string executable = Repository.Existing(
            "The published Windows executable", Path.Combine(Repository.Root, "dist", "win-x64", "collector.exe"));
        return new(Environment(PublishedCollector.StartInfo(Loader, [executable, .. arguments])));
    }

    internal Task<CommandResult> Run(params string[] arguments) => PublishedCollector.Run(Start(arguments));

    /// <summary>A path of this host as a Windows program names it.</summary>
    internal static string Drive(string path) => $"Z:{path}";

    private async Task RunTool(string program, string argument)
    {
        // What it leaves in the background shall not hold this process's own output open.
        ProcessStartInfo start = new(program, [argument])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using Process process = Process.Start(Environment(start))!;
        await process.WaitForExitAsync();
    }

    private ProcessStartInfo Environment(ProcessStartInfo start)
    {
        start.Environment["WINEPREFIX"] = _prefix;
        start.Environment["WINEDEBUG"] = "-all";
        start.Environment["WINEDLLOVERRIDES"] = "mscoree=;mshtml=";
        return start;
    }
}
