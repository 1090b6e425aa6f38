using System.Runtime.InteropServices;
using Collector.Metrics;
using Collector.Sources;

namespace Collector.Verification;

/// <summary>Finds out what a host is: this one, a recorded one, or one whose files lie in a folder.</summary>
internal static class HostFactsReader
{
    private const string KernelRelease = "/proc/sys/kernel/osrelease";

    private static readonly string[] s_releaseFiles = ["/etc/os-release", "/usr/lib/os-release"];

    /// <param name="context">Where the host is.</param>
    /// <param name="platform">What it runs.</param>
    /// <param name="name">What it is called.</param>
    public static HostFacts Read(SourceContext context, Platform platform, string name)
    {
        bool isHere = !context.IsForeign;
        int? cpus = CountProcessors(context, platform);
        if (platform == Platform.Windows)
        {
            string? version = isHere ? Environment.OSVersion.Version.ToString(3) : null;
            return new(name, "windows", version, isHere ? ArchitectureHere() : null, cpus) { Kernel = version, Distribution = "windows" };
        }

        string[] release = [.. s_releaseFiles.Select(file => Lines(context, file)).FirstOrDefault(static lines => lines.Length > 0, [])];
        return new(name, "linux", Value(release, "VERSION_ID"), isHere ? ArchitectureHere() : ImageArchitecture.Of(context.Root), cpus)
        {
            Kernel = Lines(context, KernelRelease).FirstOrDefault(),
            Distribution = Value(release, "ID"),
        };
    }

    /// <summary>As many as the kernel counts, whatever of them this process may use.</summary>
    private static int? CountProcessors(SourceContext context, Platform platform)
    {
        SourceContext own = new(context.Root);
        if (CpuGroup.Definition.OpenReader(platform, own) is not GroupReader reader)
        {
            return null;
        }

        own.BeginTick();
        reader.Read();
        return reader.RowCount > 0 ? reader.RowCount : null;
    }

    private static string ArchitectureHere() => RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant();

    private static string[] Lines(SourceContext context, string file)
    {
        try
        {
            string path = context.IsForeign ? context.Root.TrimEnd('/') + file : file;
            return File.Exists(path) ? File.ReadAllLines(path) : [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>A value of a file of shell assignments, without its quotes.</summary>
    private static string? Value(string[] lines, string key)
    {
        string? line = Array.Find(lines, line => line.StartsWith(key + "=", StringComparison.Ordinal));
        return line?[(key.Length + 1)..].Trim().Trim('"', '\'');
    }
}
