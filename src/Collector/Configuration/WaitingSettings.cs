using Collector.Delivery;

namespace Collector.Configuration;

/// <summary>The settings that say when lines leave, and how they wait for their receivers.</summary>
internal static class WaitingSettings
{
    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        new(SettingKey.ExpectHost, SettingShape.Texts, SettingUse.Delivery, "The names that this host may have: patterns with * and ?, "
            + "apart by commas; with ! before it, any name but those")
        {
            Details = "While it has another one (a golden image's), lines wait in memory.",
            Default = "any name",
            Example = "\"!golden-*\"",
            HelpName = "patterns",
            FewestValues = 1,
            Pattern = @"\S",
            Apply = static (settings, value) => settings with { ExpectedHost = IdentitySetting.Expected(value) },
            Show = static settings => settings.ExpectedHost.Globs,
        },
        new(SettingKey.Phase, SettingShape.Time, SettingUse.Delivery, "How long after a tick its lines are sent over the network, "
            + "so that a fleet does not send all at once; shorter than the interval, 0s to send at once")
        {
            Details = "Time stamps are the tick's.",
            Default = "derived from the host's name, at most nine tenths of the interval",
            Example = "\"2s\"",
            HelpName = "time",
            Apply = PhaseSetting.Apply,
            Show = static settings => [Duration.Format(settings.Phase ?? HostSpread.Phase(settings.HostName, settings.Interval))],
        },
        new(SettingKey.Spool, SettingShape.Text, SettingUse.Delivery, "The folder where lines for Graphite wait on the disk until they "
            + "are acknowledged: they outlive the process and the host")
        {
            Default = "they wait in memory",
            Example = "\"/var/lib/collector\"",
            HelpName = "folder",
            Pattern = ".",
            Apply = static (settings, value) => settings with { Spool = SpoolSetting.Folder(value) },
            Show = static settings => settings.Spool is null ? [] : [settings.Spool],
        },
        new(SettingKey.SpoolSize, SettingShape.Size, SettingUse.Delivery,
            "The most that one destination may take there; the oldest lines go first")
        {
            Default = "64MiB",
            WrittenDefault = "\"64MiB\"",
            Example = "\"1GiB\"",
            HelpName = "bytes",
            Apply = static (settings, value) => settings with { SpoolBytes = SpoolSetting.Bytes(value) },
            Show = static settings => [SpoolSetting.Text(settings.SpoolBytes)],
        },
        new(SettingKey.SpoolAge, SettingShape.Time, SettingUse.Delivery, "How old lines may become there")
        {
            Default = "24h",
            WrittenDefault = "\"24h\"",
            Example = "\"7d\"",
            HelpName = "time",
            Apply = static (settings, value) => settings with { SpoolAge = SpoolSetting.Age(value) },
            Show = static settings => [Duration.Format(settings.SpoolAge)],
        },
        new(SettingKey.SpoolSync, SettingShape.Time, SettingUse.Delivery,
            "How often the system is told to write to the disk itself: tick, never, or a time such as 30s")
        {
            Details = "What was written since is lost in a power cut, not when the process ends.",
            Default = "tick",
            WrittenDefault = "\"tick\"",
            Example = "\"30s\"",
            HelpName = "when",
            Choices = ["tick", "never"],
            Apply = static (settings, value) => settings with { SpoolSync = SpoolSetting.Sync(value) },
            Show = static settings => [SpoolSetting.Text(settings.SpoolSync)],
        },
        new(SettingKey.QueueSize, SettingShape.Size, SettingUse.Delivery,
            "The most memory for the lines that wait for one destination, where there is no spool or it takes nothing")
        {
            Default = "16MiB",
            WrittenDefault = "\"16MiB\"",
            Example = "\"64MiB\"",
            HelpName = "bytes",
            Apply = static (settings, value) => settings with { QueueBytes = SpoolSetting.Bytes(value) },
            Show = static settings => [SpoolSetting.Text(settings.QueueBytes)],
        },
    ];
}
