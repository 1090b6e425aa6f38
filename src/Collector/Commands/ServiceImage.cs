namespace Collector.Commands;

/// <summary>The folder that will be another system's <c>/</c>, and the collector in it.</summary>
/// <param name="Root">The folder.</param>
/// <param name="Executable">The executable's path on the system that the image is for.</param>
internal sealed record ServiceImage(string Root, string Executable)
{
    /// <summary>Where an executable is looked for, if the running one is outside of the image.</summary>
    private static readonly string[] s_places = ["/usr/bin/collector", "/usr/local/bin/collector", "/opt/collector/collector"];

    /// <exception cref="UserError">There is no such folder, or no collector in it.</exception>
    public static ServiceImage Open(string root)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new UserError(ExitCode.WrongCommandLine, "--root: Windows keeps its services in the registry of a running system; run this command there");
        }

        if (!Directory.Exists(root))
        {
            throw new UserError(ExitCode.WrongCommandLine, $"--root: there is no folder '{root}'");
        }

        string folder = Path.GetFullPath(root).TrimEnd('/');
        string own = Environment.ProcessPath!;
        string? executable = own.StartsWith(folder + "/", StringComparison.Ordinal)
            ? own[folder.Length..]
            : Array.Find(s_places, place => File.Exists(folder + place));
        return executable is null
            ? throw new UserError(
                ExitCode.WrongCommandLine, $"--root: there is no collector in '{root}'; copy this executable there first, as {root.TrimEnd('/')}/usr/local/bin/collector")
            : new(folder.Length == 0 ? "/" : folder, executable);
    }

    /// <summary>The path here of a file of the image; null if there is none yet: it may come with a later layer.</summary>
    public string? FileOf(string? path) => path is not null && File.Exists(Root.TrimEnd('/') + path) ? Root.TrimEnd('/') + path : null;
}
