using System.Diagnostics;

namespace Collector.EndToEnd.Tests.Packaging;

/// <summary>Runs what other people's tools have to say of a file.</summary>
internal static class Tool
{
    private const double Patience = 180;

    public static Task<CommandResult> Run(string program, params string[] arguments) => Run(new ProcessStartInfo(program, arguments));

    public static async Task<CommandResult> Run(ProcessStartInfo start)
    {
        await using ChildProcess process = new(start);
        int exitCode = await process.Exit(Patience);
        return new(exitCode, process.Output, process.Error);
    }

    /// <summary>Runs a script by PowerShell.</summary>
    /// <param name="start">The environment.</param>
    /// <param name="script">The file.</param>
    public static Task<CommandResult> PowerShell(ProcessStartInfo start, string script)
    {
        start.FileName = Repository.Existing("PowerShell", Path.Combine(Repository.Artifacts, "powershell", "pwsh"));
        foreach (string argument in (string[])["-NoProfile", "-NoLogo", "-File", script])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        return Run(start);
    }

    /// <summary>The output of a tool that has to succeed.</summary>
    public static async Task<string> Output(string program, params string[] arguments)
    {
        CommandResult result = await Run(program, arguments);
        await Assert.That(result.ExitCode).IsEqualTo(0).Because($"{program} {string.Join(' ', arguments)}: {result.Output}{result.Error}");
        return result.Output;
    }
}
