using Collector.Configuration;

namespace Collector.Commands;

/// <summary>The command line by which a service runs what somebody asked for when it was installed.</summary>
internal static class ServiceArguments
{
    /// <summary>The arguments behind the executable, for a working folder that is another one.</summary>
    /// <param name="configuration">The configuration file; null if none was named.</param>
    /// <param name="typed">The settings of the command line.</param>
    public static IReadOnlyList<string> Of(string? configuration, IEnumerable<SettingValue> typed)
    {
        List<string> arguments = ["run"];
        if (configuration is not null)
        {
            arguments.AddRange("--config", Path.GetFullPath(configuration));
        }

        foreach (SettingValue setting in typed)
        {
            if (setting.Key == SettingKey.Everything)
            {
                arguments.Add(setting.Place);
                continue;
            }

            foreach (string value in setting.Values)
            {
                Add(arguments, setting.Place, setting.Key is SettingKey.Spool or SettingKey.LogFile ? Path.GetFullPath(value) : value);
            }
        }

        return arguments;
    }

    private static void Add(List<string> arguments, string option, string value)
    {
        // What begins with a minus would be taken for an option itself.
        if (value.StartsWith('-'))
        {
            arguments.Add($"{option}={value}");
        }
        else
        {
            arguments.AddRange(option, value);
        }
    }
}
