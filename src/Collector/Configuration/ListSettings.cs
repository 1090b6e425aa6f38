using Collector.Counters;

namespace Collector.Configuration;

/// <summary>The settings that are lists of what one host has.</summary>
internal static class ListSettings
{
    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        new(SettingKey.Services, SettingShape.Texts, SettingUse.FileOnly, "Services to look at, by the names that their system has for them")
        {
            Default = "none",
            WrittenDefault = "[]",
            Example = """["sshd"]""",
            Pattern = @"\S",
            Apply = static (settings, value) => settings with { Targets = settings.Targets with { Services = TargetSettings.Names(value) } },
            Show = static settings => settings.Targets.Services,
        },
        new(SettingKey.Processes, SettingShape.Texts, SettingUse.FileOnly, "Processes to look at, by the names of their programs")
        {
            Default = "none",
            WrittenDefault = "[]",
            Example = """["nginx"]""",
            Pattern = @"\S",
            Apply = static (settings, value) => settings with { Targets = settings.Targets with { Processes = TargetSettings.Names(value) } },
            Show = static settings => settings.Targets.Processes,
        },
        new(SettingKey.Ports, SettingShape.Texts, SettingUse.FileOnly, "Ports to look at: does somebody listen there")
        {
            Default = "none",
            WrittenDefault = "[]",
            Example = """["tcp:22", "udp:53"]""",
            Pattern = TargetSettings.PortPattern,
            Apply = static (settings, value) => settings with { Targets = settings.Targets with { Ports = TargetSettings.Ports(value) } },
            Show = static settings => settings.Targets.Ports,
        },
        new(SettingKey.Files, SettingShape.Texts, SettingUse.FileOnly, "Files and folders to look at, by their absolute paths")
        {
            Default = "none",
            WrittenDefault = "[]",
            Example = """["/var/backups/last.tar"]""",
            Pattern = TargetSettings.PathPattern,
            Apply = static (settings, value) => settings with { Targets = settings.Targets with { Files = TargetSettings.Files(value) } },
            Show = static settings => settings.Targets.Files,
        },
        new(SettingKey.Counters, SettingShape.Counters, SettingUse.FileOnly,
            "Counters of your own: a Windows performance counter, or a number in a file on Linux")
        {
            Details = "One that the other system has is left out, so that one file serves all hosts.",
            Default = "none",
            WrittenDefault = "[]",
            Example = """[{ "file": "/proc/vmstat", "key": "pgmajfault", "name": "vm.major_faults", "kind": "counter" }]""",
            Apply = CounterSettings.Apply,
            Show = static settings => [.. settings.Groups.OfType<ConfiguredGroup>()
                .SelectMany(static group => group.Metrics.ToArray().Select(group.PathOf))],
        },
    ];
}
