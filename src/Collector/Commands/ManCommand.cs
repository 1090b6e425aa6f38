using System.CommandLine;
using Collector.Commands.Completion;

namespace Collector.Commands;

/// <summary><c>collector man</c>: the manual page. For packages, so help does not show it.</summary>
internal static class ManCommand
{
    public static Command Create()
    {
        Command command = new("man", "Print the manual page.") { Hidden = true };
        command.SetAction(static result => Run(result.RootCommandResult.Command));
        return command;
    }

    private static int Run(Command root)
    {
        Console.Out.Write(ManPage.Of(CommandTree.Of(root), BuildVersion.Number, HelpWithExamples.Examples));
        return ExitCode.Done;
    }
}
