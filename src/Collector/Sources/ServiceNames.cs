using Collector.Metrics;
using Collector.Sources.Linux;
using Collector.Sources.Windows;

namespace Collector.Sources;

/// <summary>Which services a host has: names for <see cref="NamedTargets.Services"/>.</summary>
internal static class ServiceNames
{
    /// <param name="context">Where the host is.</param>
    /// <param name="platform">What it runs.</param>
    /// <param name="fault">Why they could not be listed.</param>
    /// <returns>In their order; empty for a recording, which has the services that were asked for when it was made.</returns>
    public static IReadOnlyList<string> Read(SourceContext context, Platform platform, out Fault fault)
    {
        fault = Fault.None;
        if (context.Recording is not null)
        {
            return [];
        }

        if (platform == Platform.Windows)
        {
            return OperatingSystem.IsWindows() ? InstalledServices.Read(out fault) : [];
        }

        // Where systemd does not run, its files say nothing of a host that does.
        if (!context.IsForeign && !Directory.Exists(UnitFiles.RunningMark))
        {
            return [];
        }

        try
        {
            return [.. new UnitFiles(context).Services()];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            fault = new(FaultKind.Unreadable, "the folders of systemd's units", SystemError.CodeOf(error));
            return [];
        }
    }
}
