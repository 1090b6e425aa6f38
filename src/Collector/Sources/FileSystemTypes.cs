using Collector.Metrics;

namespace Collector.Sources;

/// <summary>What types file systems are of: <c>ext4</c>, <c>NTFS</c>.</summary>
/// <remarks>A recording does not hold them.</remarks>
internal static class FileSystemTypes
{
    /// <param name="context">Where the host is.</param>
    /// <param name="platform">What it runs.</param>
    /// <param name="mounts">The file systems, as the group <c>disk_usage</c> calls them.</param>
    /// <returns>The types of those that are known.</returns>
    public static IReadOnlyDictionary<string, string> Read(SourceContext context, Platform platform, IEnumerable<string> mounts)
    {
        if (platform == Platform.Linux)
        {
            return Linux.FileSystemTypes.Read(context);
        }

        Dictionary<string, string> types = new(StringComparer.Ordinal);
        foreach (string mount in mounts)
        {
            if (OperatingSystem.IsWindows() && !context.IsForeign && Windows.FileSystemTypes.Of(mount) is string type)
            {
                types[mount] = type;
            }
        }

        return types;
    }
}
