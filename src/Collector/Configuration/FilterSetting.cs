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

    private static List<FilterItem> Parse(SettingValue setting)
    {
        List<FilterItem> items = [];
        foreach (string text in setting.Values.SelectMany(FilterParser.Split))
        {
            if (FilterParser.Parse(text, out string fault) is not FilterItem item)
            {
                setting.Reject(fault);
            }
            else
            {
                items.Add(item);
            }
        }

        return items;
    }
}
