using System.Diagnostics;
using TUnit.Core.Interfaces;

namespace Collector.EndToEnd.Tests;

/// <summary>Windows as Wine plays it, for as long as tests need it.</summary>
public sealed class WineHost : IAsyncInitializer, IAsyncDisposable
{
    private const string Loader = "/usr/lib/wine/wine64";
    private const string Server = "/usr/lib/wine/wineserver64";

    /// <summary>Longer than Wine takes to begin a program.</summary>
    private static readonly TimeSpan s_beginning = TimeSpan.FromMilliseconds(300);

    private readonly string _prefix = Path.Combine(Repository.Artifacts, "wine");

    public async Task InitializeAsync()
    {
        Repository.Existing("Wine", Loader);
        Repository.Existing("The Wine prefix", Path.Combine(_prefix, "ready"));

        // Else Wine ends its session, and starts it anew, a few seconds after each program.
        await RunServer("-p");
        await RunTool("wineboot");
    }

    public async ValueTask DisposeAsync() => await RunServer("-k");

    /// <summary>The executable that was published for Windows.</summary>
    internal static string Executable => Repository.Existing(
        "The published Windows executable", Path.Combine(Repository.Root, "dist", "win-x64", "collector.exe"));

    internal ChildProcess Start(params string[] arguments) => StartProgram(Executable, arguments);

    /// <summary>Starts a program: one that comes with Wine, or an executable of ours.</summary>
    internal ChildProcess StartProgram(string program, params string[] arguments)
    {
        ChildProcess process = Begin(program, arguments);
        return process.EndsWithin(s_beginning) && HasNotBegun(process.ExitCode, process.Output, process.Error)
            ? Begin(program, arguments)
            : process;
    }

    internal Task<CommandResult> Run(params string[] arguments) => RunProgram(Executable, arguments);

    /// <summary>Runs one of the programs that Wine brings along.</summary>
    internal Task RunTool(string program, params string[] arguments) => RunToEnd(Loader, [program, .. arguments]);

    /// <summary>Runs a program to its end.</summary>
    internal async Task<CommandResult> RunProgram(string program, params string[] arguments)
    {
        CommandResult result = await PublishedCollector.Run(Begin(program, arguments));
        return HasNotBegun(result.ExitCode, result.Output, result.Error)
            ? await PublishedCollector.Run(Begin(program, arguments))
            : result;
    }

    /// <summary>The published executable's command line for a shell, whose environment is <see cref="Environment"/>'s.</summary>
    internal static string CommandLine => $"'{Loader}' '{Executable}'";

    /// <summary>A path of this host as a Windows program names it.</summary>
    internal static string Drive(string path) => $"Z:{path}";

    /// <summary>Has what is started, and what that starts, find this Windows.</summary>
    internal ProcessStartInfo Environment(ProcessStartInfo start)
    {
        start.Environment["WINEPREFIX"] = _prefix;
        start.Environment["WINEDEBUG"] = "-all";
        start.Environment["WINEDLLOVERRIDES"] = "mscoree=;mshtml=";
        return start;
    }

    /// <summary>On a busy machine a program under Wine 8 ends at once now and then: with 1, as none of ours does without a word.</summary>
    private static bool HasNotBegun(int exitCode, string output, string error) => exitCode == 1 && output.Length == 0 && error.Length == 0;

    private ChildProcess Begin(string program, string[] arguments) =>
        new(Environment(PublishedCollector.StartInfo(Loader, [program, .. arguments])));

    private Task RunServer(string argument) => RunToEnd(Server, argument);

    private async Task RunToEnd(string program, params string[] arguments)
    {
        // What it leaves in the background shall not hold this process's own output open.
        ProcessStartInfo start = new(program, arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using Process process = Process.Start(Environment(start))!;
        await process.WaitForExitAsync();
    }
}
