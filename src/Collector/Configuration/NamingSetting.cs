using Collector.Wire;

namespace Collector.Configuration;

/// <summary>Reads the settings that say which host is read, and what its series are called.</summary>
internal static class NamingSetting
{
    public static string Prefix(SettingValue setting)
    {
        string prefix = setting.Single();
        return PrefixRule.Fault(prefix) is string fault ? throw setting.Wrong(fault) : prefix;
    }

    public static NameSet Names(SettingValue setting)
    {
        string text = setting.Single();
        return NameSets.TryParse(text, out NameSet names) ? names : throw setting.Wrong(NameSets.Unknown(text));
    }

    /// <summary>The folder of another host, or of a recording.</summary>
    public static string Root(SettingValue setting)
    {
        string text = setting.Single();
        return Directory.Exists(text) ? Path.GetFullPath(text) : throw setting.Wrong($"there is no folder '{text}'");
    }
}
