using Collector.Filters;

namespace Collector.Configuration;

/// <summary>Reads the setting that says what is measured.</summary>
internal static class FilterSetting
{
    /// <exception cref="UserError">An item is none.</exception>
    public static Settings Apply(Settings settings, SettingValue setting) =>
        settings with { Filter = settings.Filter with { Items = Parse(setting) }, FilterSetting = setting };

    /// <summary>Ends the program if the filter has an item that can never match. Other settings may add groups, so this comes last.</summary>
    public static void Require(Settings settings)
    {
        if (settings.FilterSetting is SettingValue setting
            && FilterCheck.FaultOf(settings.Filter, settings.Groups) is string fault)
        {
            setting.Reject(fault);
        }
    }

    /// <summary>Whether unusual instances are measured too.</summary>
    public static bool All(SettingValue setting)
    {
        string text = setting.Single();
        return bool.TryParse(text, out bool flag) ? flag : throw setting.Wrong($"expected true or false, not '{text}'");
    }

    private static List<FilterItem> Parse(SettingValue setting)
    {
        List<FilterItem> items = [];
        foreach (SettingValue value in setting.Each())
        {
            foreach (string text in FilterParser.Split(value.Single()))
            {
                items.Add(FilterParser.Parse(text, out string fault) ?? throw value.Wrong(fault));
            }
        }

        return items;
    }
}
