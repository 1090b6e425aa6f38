using Collector.Logging;

namespace Collector.Configuration;

/// <summary>The settings that say what is told of a run, and where.</summary>
internal static class LogSettings
{
    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        new(SettingKey.LogLevel, SettingShape.Text, SettingUse.Logging, "The least that is logged: error, warning or info")
        {
            Default = "info",
            WrittenDefault = "\"info\"",
            Example = "\"warning\"",
            HelpName = "level",
            Choices = LogLevels.Words,
            Apply = static (settings, value) => settings with { LogLevel = LogSetting.Level(value) },
            Show = static settings => [LogLevels.Words[(int)settings.LogLevel]],
        },
        new(SettingKey.LogFile, SettingShape.Text, SettingUse.Logging, "A file that the log goes to beside standard error")
        {
            Default = "none",
            Example = "\"/var/log/collector.log\"",
            HelpName = "file",
            Pattern = ".",
            Apply = static (settings, value) => settings with { LogFile = LogSetting.File(value) },
            Show = static settings => settings.LogFile is null ? [] : [settings.LogFile],
        },
        new(SettingKey.LogSize, SettingShape.Size, SettingUse.Logging,
            "The size at which that file becomes FILE.1 and a new one is begun; three old ones are kept")
        {
            Default = "10MiB",
            WrittenDefault = "\"10MiB\"",
            Example = "\"1MiB\"",
            HelpName = "bytes",
            Apply = static (settings, value) => settings with { LogBytes = SpoolSetting.Bytes(value) },
            Show = static settings => [SpoolSetting.Text(settings.LogBytes)],
        },
    ];
}
