using System.CommandLine;
using System.CommandLine.Help;

namespace Collector.Commands;

/// <summary>The verbs, and what becomes of a command line that is wrong.</summary>
internal static class CommandLine
{
    public static int Run(string[] arguments)
    {
        RootCommand root = Create();

        // 'collector help once' is what some people try first.
        if (arguments is ["help", ..])
        {
            arguments = [.. arguments[1..], "--help"];
        }

        ParseResult result = root.Parse(arguments, new() { ResponseFileTokenReplacer = null });
        try
        {
            if (result.Errors.Count > 0)
            {
                throw new UserError(ExitCode.WrongCommandLine, Complaint(result));
            }

            return result.Invoke(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (UserError error)
        {
            StandardError.WriteLine(error.Message, error.Below);
            return error.ExitCode;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Standard output: a full disk, a reader that has left, or none at all.
            StandardError.WriteLine($"cannot write: {error.Message}");
            return ExitCode.InputOutput;
        }
    }

    private static RootCommand Create()
    {
        RootCommand root = new("Measures this host and forwards what it sees to Graphite and StatsD.")
        {
            RunCommand.Create(),
            OnceCommand.Create(),
            ListCommand.Create(),
            ExplainCommand.Create(),
            PlanCommand.Create(),
            RecordCommand.Create(),
            VerifyCommand.Create(),
            DoctorCommand.Create(),
            SnapshotCommand.Create(),
            DiffCommand.Create(),
            TailCommand.Create(),
        };
        foreach (HelpOption help in root.Options.OfType<HelpOption>())
        {
            help.Action = new HelpWithExamples((HelpAction)help.Action!);
        }

        return root;
    }

    /// <summary>The first error, with the nearest thing that there is.</summary>
    private static string Complaint(ParseResult result)
    {
        Command command = result.CommandResult.Command;
        string help = command is RootCommand ? "collector --help" : $"collector {command.Name} --help";
        if (result.UnmatchedTokens.Count == 0)
        {
            return $"{result.Errors[0].Message.TrimEnd('.')}; see {help}";
        }

        string typed = result.UnmatchedTokens[0];
        string what = typed.StartsWith('-') ? "option" : command.Subcommands.Count > 0 ? "command" : "argument";
        string? nearest = Nearest.To(typed, typed.StartsWith('-')
            ? command.Options.Select(static option => option.Name)
            : command.Subcommands.Select(static verb => verb.Name));
        return nearest is null
            ? $"there is no {what} '{typed}'; see {help}"
            : $"there is no {what} '{typed}'; did you mean '{nearest}'? See {help}";
    }
}
