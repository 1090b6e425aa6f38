using System.Runtime.CompilerServices;
using System.Text;
using Collector.Sources.Linux;

namespace Collector.Tests.Sources;

/// <summary>What a host's <c>mountinfo</c> said, from <c>Mounts/</c>.</summary>
internal static class RecordedMounts
{
    public static FixedTypes Types { get; } = new(Read("filesystems"));

    public static byte[] Read(string name, [CallerFilePath] string file = "") =>
        File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(file)!, "Mounts", name));

    public static MountTable Table(string name) => new(Read($"{name}.mountinfo"), "/proc/self/mountinfo");

    /// <summary>The mount points that are measured, with a bar between them.</summary>
    public static string Select(string name) => Select(Table(name), Types);

    public static string Select(MountTable table, FixedTypes types) =>
        Listed(table.Select((entry, isSecond) => types.Contains(entry.Type) && !isSecond));

    public static string Listed(IEnumerable<MountEntry> entries) =>
        string.Join('|', entries.Select(static entry => Encoding.UTF8.GetString(entry.MountPoint)));
}
