using System.CommandLine;
using Collector.Commands.Completion;

namespace Collector.Commands;

/// <summary><c>collector completion</c>: what teaches a shell to complete the collector's commands, options and their values.</summary>
internal static class CompletionCommand
{
    private static readonly (string Shell, Func<CommandEntry, string> Script)[] s_scripts =
    [
        ("bash", BashScript.Of),
        ("zsh", ZshScript.Of),
        ("fish", FishScript.Of),
        ("powershell", PowerShellScript.Of),
    ];

    private static string[] Shells => Array.ConvertAll(s_scripts, static script => script.Shell);

    public static Command Create()
    {
        Argument<string> shell = new("SHELL") { Description = $"One of {string.Join(", ", Shells)}." };
        shell.CompletionSources.Add(Shells);
        Command command = new("completion", "Print the script that teaches a shell to complete collector's commands and options.") { shell };
        command.SetAction(result => Run(result.RootCommandResult.Command, result.GetValue(shell)!));
        return command;
    }

    private static int Run(Command root, string shell)
    {
        Func<CommandEntry, string> script = Array.Find(s_scripts, item => item.Shell == shell).Script
            ?? throw new UserError(ExitCode.WrongCommandLine, $"there is no completion for '{shell}'; {Nearest.Hint(shell, Shells)}");
        Console.Out.Write(script(CommandTree.Of(root)));
        return ExitCode.Done;
    }
}
