using Collector.Identity;

namespace Collector.Configuration;

/// <summary>Reads the settings that say what this host is called.</summary>
internal static class IdentitySetting
{
    public static HostTemplate Host(SettingValue setting)
    {
        string text = setting.Single();
        if (string.IsNullOrWhiteSpace(text))
        {
            setting.Reject("the host's name is empty; leave the setting out to use the system's");
        }

        HostTemplate? template = HostTemplate.Parse(text, out string fault);
        if (template is null)
        {
            setting.Reject(fault);
        }

        return template;
    }

    /// <summary>Globs, apart by commas.</summary>
    public static ExpectedHost Expected(SettingValue setting)
    {
        string[] globs = [.. setting.Values.SelectMany(static value => value.Split(',', StringSplitOptions.TrimEntries))];
        if (globs.Length == 0 || Array.Exists(globs, static glob => glob.TrimStart('!').Length == 0))
        {
            setting.Reject("one of the patterns is empty; write for example 'build-*', or '!golden-*' for any name but those");
        }

        return new(globs);
    }
}
