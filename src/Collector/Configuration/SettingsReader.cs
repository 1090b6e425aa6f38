using System.Collections;
using System.Globalization;
using Collector.Delivery;
using Collector.Wire;

namespace Collector.Configuration;

/// <summary>Weighs up the file, the environment and the flags: the strongest that names a setting decides it whole.</summary>
internal static class SettingsReader
{
    /// <summary>The settings in force.</summary>
    /// <param name="configurationPath">The file that was asked for; null for <c>collector.json</c> beside the executable, if it is there.</param>
    /// <param name="environment">The environment's variables, as <see cref="Environment.GetEnvironmentVariables()"/> gives them.</param>
    /// <param name="flags">What the command line says.</param>
    /// <exception cref="UserError">A key or a value is wrong.</exception>
    public static Settings Read(string? configurationPath, IDictionary environment, IEnumerable<SettingValue> flags)
    {
        Dictionary<string, SettingValue> strongest = new(StringComparer.Ordinal);
        configurationPath ??= (string?)environment[SettingKey.EnvironmentName("config")];
        foreach (SettingValue setting in FromFile(configurationPath).Concat(FromEnvironment(environment)).Concat(flags))
        {
            strongest[setting.Key] = setting;
        }

        Settings settings = new();
        foreach (SettingValue setting in strongest.Values)
        {
            settings = Apply(settings, setting);
        }

        FilterSetting.Require(settings);
        PhaseSetting.Require(settings);

        return settings;
    }

    private static IEnumerable<SettingValue> FromFile(string? path)
    {
        if (path is not null)
        {
            return ConfigurationFile.Read(path);
        }

        string beside = Path.Combine(AppContext.BaseDirectory, ConfigurationFile.DefaultName);
        return File.Exists(beside) ? ConfigurationFile.Read(beside) : [];
    }

    private static IEnumerable<SettingValue> FromEnvironment(IDictionary environment)
    {
        foreach (DictionaryEntry variable in environment)
        {
            string name = (string)variable.Key;
            if (!name.StartsWith(SettingKey.EnvironmentPrefix, StringComparison.OrdinalIgnoreCase)
                || name.Equals(SettingKey.EnvironmentName("config"), StringComparison.OrdinalIgnoreCase)
                || IsOfOrchestrator(name))
            {
                continue;
            }

            string key = SettingKey.OfEnvironment(name);
            string value = (string?)variable.Value ?? "";
            string[] values = key switch
            {
                SettingKey.To => value.Split(' ', StringSplitOptions.RemoveEmptyEntries),
                SettingKey.Tags => value.Split(',', StringSplitOptions.RemoveEmptyEntries),
                _ => [value],
            };
            SettingValue setting = new(key, values, SettingOrigin.Environment, name);
            if (SettingKey.InFileOnly.Contains(key))
            {
                setting.Reject($"'{key}' is a list of the configuration file's; there is no variable for it");
            }
            else if (!SettingKey.Anywhere.Contains(key))
            {
                setting.Reject("the environment has a variable for a setting that there is not; "
                    + Nearest.Hint(key, SettingKey.Anywhere, SettingKey.EnvironmentName));
            }

            yield return setting;
        }
    }

    /// <summary>Kubernetes tells each container of a service named "collector" by variables that look like settings.</summary>
    private static bool IsOfOrchestrator(string name) =>
        name.StartsWith("COLLECTOR_SERVICE_", StringComparison.Ordinal)
        || name.StartsWith("COLLECTOR_PORT_", StringComparison.Ordinal)
        || name == "COLLECTOR_PORT";

    private static Settings Apply(Settings settings, SettingValue setting) => setting.Key switch
    {
        SettingKey.To => settings with { Destinations = Destinations(setting) },
        SettingKey.Interval => settings with { Interval = Interval(setting) },
        SettingKey.Phase => PhaseSetting.Apply(settings, setting, Single(setting)),
        SettingKey.Prefix => settings with { Prefix = Prefix(setting) },
        SettingKey.Host => settings with { Host = IdentitySetting.Host(setting) },
        SettingKey.ExpectHost => settings with { ExpectedHost = IdentitySetting.Expected(setting) },
        SettingKey.LogLevel => settings with { LogLevel = LogSetting.Level(setting) },
        SettingKey.LogFile => settings with { LogFile = LogSetting.File(setting) },
        SettingKey.LogSize => settings with { LogBytes = SpoolSetting.Bytes(setting) },
        SettingKey.Names => settings with { Names = Names(setting) },
        SettingKey.Tags => settings with { Tags = TagSetting.Parse(setting) },
        SettingKey.Group => FilterSetting.Apply(settings, setting),
        SettingKey.Everything => settings with { Filter = settings.Filter with { All = Flag(setting) } },
        SettingKey.FirstSeenRate => settings with { FirstSeenRate = FirstSeenRate(setting) },
        SettingKey.Spool => settings with { Spool = SpoolSetting.Folder(setting) },
        SettingKey.SpoolSize => settings with { SpoolBytes = SpoolSetting.Bytes(setting) },
        SettingKey.SpoolAge => settings with { SpoolAge = SpoolSetting.Age(setting) },
        SettingKey.SpoolSync => settings with { SpoolSync = SpoolSetting.Sync(setting) },
        SettingKey.QueueSize => settings with { QueueBytes = SpoolSetting.Bytes(setting) },
        SettingKey.Services => settings with { Targets = settings.Targets with { Services = TargetSettings.Names(setting) } },
        SettingKey.Processes => settings with { Targets = settings.Targets with { Processes = TargetSettings.Names(setting) } },
        SettingKey.Ports => settings with { Targets = settings.Targets with { Ports = TargetSettings.Ports(setting) } },
        SettingKey.Counters => CounterSettings.Apply(settings, setting),
        SettingKey.Files => settings with { Targets = settings.Targets with { Files = TargetSettings.Files(setting) } },
        _ => settings with { Root = Root(setting) },
    };

    private static bool Flag(SettingValue setting)
    {
        string text = Single(setting);
        if (!bool.TryParse(text, out bool flag))
        {
            setting.Reject($"expected true or false, not '{text}'");
        }

        return flag;
    }

    private static int FirstSeenRate(SettingValue setting)
    {
        string text = Single(setting);
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int rate))
        {
            setting.Reject($"'{text}' is not a number of series a minute; 0 sets no limit");
        }

        return rate;
    }

    private static DestinationOptions[] Destinations(SettingValue setting)
    {
        if (setting.Values.All(static text => text.Length == 0))
        {
            setting.Reject("names no destination; leave it out for standard output");
        }

        return [.. setting.Values.Select(text => Destination(setting, text))];
    }

    private static DestinationOptions Destination(SettingValue setting, string text)
    {
        if (!DestinationUri.TryParse(text, out DestinationOptions? options, out string? error))
        {
            setting.Reject(error);
        }

        if (TlsFault(options) is string fault)
        {
            setting.Reject($"'{text}': {fault}");
        }

        return options;
    }

    /// <summary>Files that are renewed are read again for each connection; what is wrong with them now is better told now.</summary>
    private static string? TlsFault(DestinationOptions options) => options.Scheme == DestinationScheme.GraphiteTls
        ? TlsLibrary.Fault ?? TlsIdentity.Load(options.Tls, out _)
        : null;

    private static TimeSpan Interval(SettingValue setting)
    {
        string text = Single(setting);
        if (!Duration.TryParse(text, out TimeSpan interval))
        {
            setting.Reject($"'{text}' is not a span of time; write for example 10s, 500ms or 1m");
        }
        else if (interval < Settings.ShortestInterval || interval > Settings.LongestInterval)
        {
            setting.Reject($"'{text}' is out of range; the interval is between " +
                $"{Duration.Format(Settings.ShortestInterval)} and {Duration.Format(Settings.LongestInterval)}");
        }

        return interval;
    }

    private static string Prefix(SettingValue setting)
    {
        string prefix = Single(setting);
        if (PrefixRule.Fault(prefix) is string fault)
        {
            setting.Reject(fault);
        }

        return prefix;
    }

    private static NameSet Names(SettingValue setting)
    {
        string text = Single(setting);
        if (!NameSets.TryParse(text, out NameSet names))
        {
            setting.Reject(NameSets.Unknown(text));
        }

        return names;
    }

    private static string Root(SettingValue setting)
    {
        string text = Single(setting);
        if (!Directory.Exists(text))
        {
            setting.Reject($"there is no folder '{text}'");
        }

        return Path.GetFullPath(text);
    }

    /// <summary>The value of a setting that has one.</summary>
    public static string Single(SettingValue setting)
    {
        if (setting.Values.Count == 0)
        {
            setting.Reject("has no value");
        }
        else if (setting.Values.Count > 1)
        {
            setting.Reject($"expected one value, not {setting.Values.Count}");
        }

        return setting.Values[0];
    }
}
