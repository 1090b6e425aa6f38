namespace Collector.Configuration;

/// <summary>All settings: keys of the file, <c>--key</c> on the command line, <c>COLLECTOR_KEY</c> in the environment.</summary>
internal static class SettingCatalog
{
    /// <summary>Each setting once, in the order of help and of files.</summary>
    public static IReadOnlyList<SettingDefinition> All { get; } =
        [.. ReadingSettings.All, .. WaitingSettings.All, .. LogSettings.All, .. ListSettings.All];

    /// <summary>The settings that can be made anywhere.</summary>
    public static IEnumerable<SettingDefinition> Anywhere => All.Where(static setting => setting.Use != SettingUse.FileOnly);

    public static IEnumerable<SettingDefinition> InFileOnly => All.Where(static setting => setting.Use == SettingUse.FileOnly);

    /// <summary>A setting by its key; null if there is none.</summary>
    public static SettingDefinition? Find(string key)
    {
        foreach (SettingDefinition setting in All)
        {
            if (setting.Key == key)
            {
                return setting;
            }
        }

        return null;
    }

    public static string[] KeysOf(IEnumerable<SettingDefinition> settings) => [.. settings.Select(static setting => setting.Key)];
}
