using Collector.Logging;

namespace Collector.Configuration;

/// <summary>Reads the settings that say what is logged, and where.</summary>
internal static class LogSetting
{
    public static LogLevel Level(SettingValue setting)
    {
        string text = setting.Single();
        int level = Array.IndexOf(LogLevels.Words, text);
        if (level < 0)
        {
            setting.Reject($"there is no level '{text}'; {Nearest.Hint(text, LogLevels.Words)}");
        }

        return (LogLevel)level;
    }

    public static string File(SettingValue setting)
    {
        string text = setting.Single();
        if (text.Length == 0)
        {
            setting.Reject("names no file; leave it out to log to standard error alone");
        }
        else if (text.Any(char.IsControl))
        {
            setting.Reject($"'{text}' has a control character in it; take it out");
        }

        return Path.GetFullPath(text);
    }
}
