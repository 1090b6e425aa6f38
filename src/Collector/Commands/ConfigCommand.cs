using System.CommandLine;

namespace Collector.Commands;

/// <summary><c>collector config</c>: writes, checks and explains the configuration.</summary>
internal static class ConfigCommand
{
    public static Command Create() => new("config", "Write a configuration file, check one, or show what is in force.")
    {
        ConfigInitCommand.Create(),
        ConfigCheckCommand.Create(),
        ConfigShowCommand.Create(),
        ConfigSchemaCommand.Create(),
    };
}
