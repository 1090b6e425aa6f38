namespace Collector.Sources;

/// <summary>What users choose by name: there is no list of it that is worth sending whole.</summary>
/// <param name="Services">Names of the service manager's: <c>sshd</c>, <c>wuauserv</c>.</param>
/// <param name="Processes">Names of executables: <c>nginx</c>, <c>svchost.exe</c>.</param>
/// <param name="Ports">Protocol and number: <c>tcp:22</c>, <c>udp:53</c>.</param>
/// <param name="Files">Absolute paths of files and folders.</param>
internal sealed record NamedTargets(
    IReadOnlyList<string> Services, IReadOnlyList<string> Processes, IReadOnlyList<string> Ports, IReadOnlyList<string> Files)
{
    public static NamedTargets None { get; } = new([], [], [], []);

    /// <summary>The setting that names the instances of a group; null if the kernel does.</summary>
    public static string? SettingOf(string group) => group switch
    {
        "service" => "services",
        "process" => "processes",
        "port" => "ports",
        "file" => "files",
        _ => null,
    };

    /// <summary>The instances of a group that users choose by name; null for any other group.</summary>
    public IReadOnlyList<string>? Of(string group) => group switch
    {
        "service" => Services,
        "process" => Processes,
        "port" => Ports,
        "file" => Files,
        _ => null,
    };
}
