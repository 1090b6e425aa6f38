using Collector.Delivery;
using Collector.Wire;

namespace Collector.Configuration;

/// <summary>The settings that say what is measured, how often, and what it is called.</summary>
internal static class ReadingSettings
{
    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        new(SettingKey.To, SettingShape.Texts, SettingUse.Reading, "Where to send")
        {
            Details = "graphite://host:2003, graphite+tls://host:2003, graphite+pickle://host:2004, graphite+udp://host:2003, "
                + "statsd://host:8125, statsd+tcp://host:8125, stdout: or file:///path. A query sets what differs for this "
                + "destination: ?names=metcollect&prefix=old. (its dot included).",
            Default = "Graphite lines on standard output",
            WrittenDefault = """["stdout:"]""",
            Example = """["graphite://carbon:2003"]""",
            ShortOption = "-t",
            HelpName = "uri",
            IsRepeatable = true,
            FewestValues = 1,
            Separator = ' ',
            Suggestions = DestinationUri.Beginnings,
            Pattern = DestinationSetting.Pattern,
            IsWorthWriting = true,
            Apply = static (settings, value) => settings with { Destinations = DestinationSetting.Parse(value) },
            Show = static settings => settings.Destinations.Count == 0 ? ["stdout:"] : [.. settings.Destinations.Select(static to => to.Text)],
        },
        new(SettingKey.Interval, SettingShape.Time, SettingUse.Reading, "Time between two ticks: 10s, 1m")
        {
            Details = "Ticks stand at its multiples on the clock; the first one comes at once, stamped with the multiple before it.",
            Default = Duration.Format(Settings.DefaultInterval),
            WrittenDefault = $"\"{Duration.Format(Settings.DefaultInterval)}\"",
            Example = "\"1m\"",
            ShortOption = "-i",
            HelpName = "time",
            IsWorthWriting = true,
            Apply = static (settings, value) => settings with { Interval = TimeSetting.Interval(value) },
            Show = static settings => [Duration.Format(settings.Interval)],
        },
        new(SettingKey.Prefix, SettingShape.Text, SettingUse.Reading, "What names begin with, its own dot included")
        {
            Default = "'collector.'; 'metcollective.' for metcollect names, 'collectd.' for those of collectd",
            WrittenDefault = "\"collector.\"",
            Example = "\"servers.\"",
            HelpName = "text",
            Apply = static (settings, value) => settings with { Prefix = NamingSetting.Prefix(value) },
            Show = static settings => [settings.Prefix ?? NameSets.DefaultPrefix(settings.Names)],
        },
        new(SettingKey.Host, SettingShape.Text, SettingUse.Reading,
            "The host's name in names; {hostname}, {fqdn} and {env:NAME} stand for what is found at run time")
        {
            Default = "{fqdn}, the system's own name, with its domain where the host knows that",
            WrittenDefault = "\"{fqdn}\"",
            Example = "\"web1.example.org\"",
            HelpName = "name",
            Pattern = @"\S",
            Apply = static (settings, value) => settings with { Host = IdentitySetting.Host(value) },
            Show = static settings => [settings.HostName],
        },
        new(SettingKey.Names, SettingShape.Text, SettingUse.Reading, "The set of names: native (prefix.host.group.instance.metric), "
            + "metcollect (those of metric-collective), collectd (those of collectd, its rates included) or tagged (prefix.group.metric with tags)")
        {
            Default = "native",
            WrittenDefault = "\"native\"",
            Example = "\"collectd\"",
            HelpName = "set",
            Choices = NameSets.All,
            Apply = static (settings, value) => settings with { Names = NamingSetting.Names(value) },
            Show = static settings => [NameSets.All[(int)settings.Names]],
        },
        new(SettingKey.Tags, SettingShape.Tags, SettingUse.Reading, "A tag for each series of tagged names, as in site=berlin")
        {
            Default = "none",
            Example = """{ "site": "berlin" }""",
            OptionName = "tag",
            HelpName = "key=value",
            IsRepeatable = true,
            Separator = ',',
            Apply = static (settings, value) => settings with { Tags = TagSetting.Parse(value) },
            Show = static settings => [.. settings.Tags.Select(static tag => $"{tag.Key}={tag.Value}")],
        },
        new(SettingKey.Group, SettingShape.Texts, SettingUse.Reading, "What to measure: groups, instances in brackets and metrics, "
            + "each with * and ?: 'cpu,memory', 'disk_io[sd*].read_*'")
        {
            Details = "With a minus before it, all but that: '-net_io'; with a plus, that besides the rest: '+disk_io[loop*]'.",
            Default = "all groups",
            Example = "\"-load\"",
            ShortOption = "-g",
            HelpName = "filter",
            Pattern = @"\S",
            Apply = FilterSetting.Apply,
            Show = static settings => settings.FilterSetting?.Values ?? [],
        },
        new(SettingKey.Everything, SettingShape.Flag, SettingUse.Reading, "Measure unusual instances too: loop and RAM disks, veth "
            + "interfaces, pseudo and network file systems, 6to4, ISATAP and Teredo tunnels")
        {
            Default = "false",
            WrittenDefault = "false",
            Example = "true",
            ShortOption = "-a",
            Apply = static (settings, value) => settings with { Filter = settings.Filter with { All = FilterSetting.All(value) } },
            Show = static settings => [settings.Filter.All ? "true" : "false"],
        },
        new(SettingKey.Root, SettingShape.Text, SettingUse.Reading,
            "Read another host: what 'collector record' kept of it, or a folder to read /proc and /sys below")
        {
            Default = "/",
            WrittenDefault = "\"/\"",
            Example = "\"/\"",
            HelpName = "folder",
            Apply = static (settings, value) => settings with { Root = NamingSetting.Root(value) },
            Show = static settings => [settings.Root],
        },
        new(SettingKey.FirstSeenRate, SettingShape.Count, SettingUse.Reading,
            "How many new series may appear in a minute; the others wait for their turn")
        {
            Default = "any number",
            WrittenDefault = "0",
            Example = "20",
            HelpName = "number",
            Apply = static (settings, value) => settings with { FirstSeenRate = TimeSetting.FirstSeenRate(value) },
            Show = static settings => [settings.FirstSeenRate.ToString(System.Globalization.CultureInfo.InvariantCulture)],
        },
    ];
}
