using System.Collections;

namespace Collector.Configuration;

/// <summary>Weighs up the file, the environment and the flags: the strongest that names a setting decides it whole.</summary>
internal static class SettingsReader
{
    /// <summary>The settings in force.</summary>
    /// <param name="configurationPath">The file that was asked for; null for <c>collector.json</c> beside the executable, if it is there.</param>
    /// <param name="environment">The environment's variables, as <see cref="Environment.GetEnvironmentVariables()"/> gives them.</param>
    /// <param name="flags">What the command line says.</param>
    /// <exception cref="UserError">A key or a value is wrong.</exception>
    public static Settings Read(string? configurationPath, IDictionary environment, IEnumerable<SettingValue> flags) =>
        ReadEffective(configurationPath, environment, flags).Settings;

    /// <summary>The same, and where each was made.</summary>
    /// <exception cref="UserError">A key or a value is wrong.</exception>
    public static EffectiveSettings ReadEffective(string? configurationPath, IDictionary environment, IEnumerable<SettingValue> flags)
    {
        string? file = ConfigurationFile.Find(configurationPath, environment);
        IReadOnlyList<SettingValue> written = file is null ? [] : ConfigurationFile.Read(file);
        return Weigh([.. written, .. FromEnvironment(environment), .. flags]).Valid() with { File = file };
    }

    /// <summary>Lets the stronger of two settings win, and tells everything that is wrong with what is left.</summary>
    /// <param name="made">From weak to strong.</param>
    public static EffectiveSettings Weigh(IReadOnlyList<SettingValue> made)
    {
        Dictionary<string, SettingValue> strongest = new(StringComparer.Ordinal);
        foreach (SettingValue setting in made.Where(static setting => setting.Fault is null))
        {
            strongest[setting.Key] = setting;
        }

        Settings settings = new();
        List<UserError> faults = [];
        HashSet<string> faulty = new(StringComparer.Ordinal);
        foreach (SettingValue setting in made)
        {
            bool isInForce = setting.Fault is null && ReferenceEquals(strongest[setting.Key], setting);
            UserError? fault = isInForce ? Try(() => settings = SettingCatalog.Find(setting.Key)!.Apply(settings, setting)) : setting.Fault;
            if (fault is not null)
            {
                faults.Add(fault);
                faulty.Add(setting.Key);
            }
        }

        // What these two are held against may be set after them, or be wrong itself.
        RequireUnless(faulty.Contains(SettingKey.Counters), FilterSetting.Require);
        RequireUnless(faulty.Contains(SettingKey.Interval), PhaseSetting.Require);
        return new(settings, strongest, faults);

        void RequireUnless(bool isUnknown, Action<Settings> require)
        {
            if (!isUnknown && Try(() => require(settings)) is UserError fault)
            {
                faults.Add(fault);
            }
        }
    }

    private static UserError? Try(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (UserError error)
        {
            return error;
        }
    }

    private static IEnumerable<SettingValue> FromEnvironment(IDictionary environment)
    {
        foreach (DictionaryEntry variable in environment)
        {
            string name = (string)variable.Key;
            if (name.StartsWith(SettingKey.EnvironmentPrefix, StringComparison.OrdinalIgnoreCase)
                && !name.Equals(SettingKey.EnvironmentName("config"), StringComparison.OrdinalIgnoreCase)
                && !IsOfOrchestrator(name))
            {
                yield return FromVariable(name, (string?)variable.Value ?? "");
            }
        }
    }

    private static SettingValue FromVariable(string name, string value)
    {
        string key = SettingKey.OfEnvironment(name);
        SettingValue setting = new(key, [value], SettingOrigin.Environment, name);
        return SettingCatalog.Find(key) switch
        {
            null => setting with
            {
                Fault = setting.Wrong("the environment has a variable for a setting that there is not; "
                    + Nearest.Hint(key, SettingKey.Anywhere, SettingKey.EnvironmentName)),
            },
            { Use: SettingUse.FileOnly } => setting with
            {
                Fault = setting.Wrong($"'{key}' is a list of the configuration file's; there is no variable for it"),
            },
            { Separator: char separator } => setting with { Values = value.Split(separator, StringSplitOptions.RemoveEmptyEntries) },
            _ => setting,
        };
    }

    /// <summary>Kubernetes tells each container of a service named "collector" by variables that look like settings.</summary>
    private static bool IsOfOrchestrator(string name) =>
        name.StartsWith("COLLECTOR_SERVICE_", StringComparison.Ordinal)
        || name.StartsWith("COLLECTOR_PORT_", StringComparison.Ordinal)
        || name == "COLLECTOR_PORT";
}
