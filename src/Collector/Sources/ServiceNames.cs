using Collector.Metrics;
using Collector.Sources.Linux;
using Collector.Sources.Windows;

namespace Collector.Sources;

/// <summary>Which services a host has: names for <see cref="NamedTargets.Services"/>.</summary>
internal static class ServiceNames
{
    /// <summary>It is there wherever systemd runs; without it unit files say nothing of a host that is running.</summary>
    private const string Booted = "/run/systemd/system";

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

        if (!context.IsForeign && !Directory.Exists(Booted))
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
