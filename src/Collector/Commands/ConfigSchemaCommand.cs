using System.CommandLine;
using Collector.Configuration;

namespace Collector.Commands;

/// <summary><c>collector config schema</c>: the JSON Schema of the file.</summary>
internal static class ConfigSchemaCommand
{
    public static Command Create()
    {
        Command command = new("schema", "Print the JSON schema of the file, for editors.");
        command.SetAction(static _ => Run());
        return command;
    }

    private static int Run()
    {
        using Stream output = Console.OpenStandardOutput();
        ConfigurationSchema.Write(output);
        return ExitCode.Done;
    }
}
