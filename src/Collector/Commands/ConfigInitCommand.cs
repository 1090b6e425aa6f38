using System.CommandLine;
using System.Text;
using Collector.Configuration;

namespace Collector.Commands;

/// <summary><c>collector config init</c>: writes a commented file with every setting and its default.</summary>
internal static class ConfigInitCommand
{
    private const string StandardOutput = "-";

    public static Command Create()
    {
        Argument<string?> file = new("file")
        {
            Description = "The file to write; one that is there is not touched, and an error if it says something else. Default: standard output.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Command command = new("init", "Write a commented configuration file with every setting and its default.") { file };
        CommonOptions common = new CommonOptions().AddSettingsTo(command, SettingKey.Anywhere);
        command.SetAction(result => Run(result.GetValue(file), [.. common.Flags(result)]));
        return command;
    }

    private static int Run(string? path, IReadOnlyList<SettingValue> flags)
    {
        byte[] text = Encoding.UTF8.GetBytes(ConfigurationTemplate.Write(SettingsReader.Weigh(flags).Valid().Made));
        if (path is null or StandardOutput)
        {
            using Stream output = Console.OpenStandardOutput();
            output.Write(text);
            return ExitCode.Done;
        }

        try
        {
            if (NewFile.Says(path, text))
            {
                Console.Out.WriteLine(StandardError.Printable($"unchanged: {path} says this already"));
                return ExitCode.Done;
            }

            NewFile.Write(path, text);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserError(ExitCode.InputOutput, $"cannot write '{path}': {error.Message}");
        }

        Console.Out.WriteLine(StandardError.Printable($"wrote {path}; edit it, then: collector config check {path}"));
        return ExitCode.Done;
    }
}
