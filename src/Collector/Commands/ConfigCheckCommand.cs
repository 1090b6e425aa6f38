using System.CommandLine;
using Collector.Configuration;

namespace Collector.Commands;

/// <summary><c>collector config check</c>: says whether a file is valid, and everything that is wrong with it.</summary>
internal static class ConfigCheckCommand
{
    private const string StandardInput = "-";

    public static Command Create()
    {
        Argument<string?> file = new("file")
        {
            Description = "The file to check; - for standard input. Default: the one that run would read.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Command command = new("check", "Say whether a configuration file is valid, and what is wrong with it, by line and column.") { file };
        command.SetAction(result => Run(result.GetValue(file)));
        return command;
    }

    private static int Run(string? path)
    {
        string name = path == StandardInput ? "standard input"
            : ConfigurationFile.Find(path, Environment.GetEnvironmentVariables()) ?? throw new UserError(
                ExitCode.InvalidConfiguration,
                $"there is no {ConfigurationFile.DefaultName} beside the executable, and {SettingKey.EnvironmentName("config")} names no file; name one");
        EffectiveSettings effective = SettingsReader.Weigh(path == StandardInput ? ReadStandardInput(name) : ConfigurationFile.Read(name));
        if (effective.Faults.Count > 0)
        {
            StandardError.WriteLines(effective.Faults.Select(static fault => fault.Message));
            return ExitCode.InvalidConfiguration;
        }

        Console.Out.WriteLine(StandardError.Printable($"{name} is valid; {Summary(effective.Settings)}"));
        return ExitCode.Done;
    }

    private static IReadOnlyList<SettingValue> ReadStandardInput(string name)
    {
        using Stream input = Console.OpenStandardInput();
        return ConfigurationFile.Read(name, input);
    }

    /// <summary>What somebody would notice if it were not what was meant.</summary>
    private static string Summary(Settings settings)
    {
        (int Count, string What)[] parts =
        [
            (settings.Destinations.Count, "destination"),
            (settings.Tags.Count, "tag"),
            (settings.Targets.Services.Count, "service"),
            (settings.Targets.Processes.Count, "process"),
            (settings.Targets.Ports.Count, "port"),
            (settings.Targets.Files.Count, "file"),
            (SettingCatalog.Find(SettingKey.Counters)!.Show(settings).Count, "counter"),
        ];
        IEnumerable<string> counted = parts.Where(static part => part.Count > 0)
            .Select(static part => $"{part.Count} {part.What}{(part.Count == 1 ? "" : part.What == "process" ? "es" : "s")}");
        string to = settings.Destinations.Count == 0 ? "to standard output, " : "";
        return string.Join(", ", counted.Prepend($"{to}every {Duration.Format(settings.Interval)}"));
    }
}
