using Collector.Filters;

namespace Collector.Verification;

/// <summary>Is the host's name its own, and not that of the image it was made from?</summary>
internal static class HostNameProbe
{
    private const string Name = "host name";
    private const string Expect = "this host's own";

    /// <summary>Names that say nothing of a host.</summary>
    private static readonly string[] s_nameless = ["", "localhost", "localhost.*", "(none)", "unknown"];

    /// <summary>
    /// Names that installers and image builders give: Windows setup and its preinstallation environment, distributions'
    /// own images, and what people call images.
    /// </summary>
    private static readonly string[] s_ofImages =
    [
        "win-???????????", "win-???????????.*", "minint-*", "minwinpc", "debian", "debian.*", "ubuntu", "ubuntu.*", "fedora",
        "archlinux", "raspberrypi", "packer-*", "*template*", "golden*", "*-image", "image-*", "changeme*",
    ];

    public static CheckResult Run(string host)
    {
        if (Array.Exists(s_nameless, pattern => Glob.IsMatch(pattern, host)))
        {
            return Diagnosis.Failed(Name, Expect, $"it is '{host}': every host that is called so writes the same series",
                "give the host a name, or name it with --host");
        }

        return Array.Exists(s_ofImages, pattern => Glob.IsMatch(pattern, host))
            ? Diagnosis.Warned(Name, Expect, $"'{host}' looks like the name of an image", "give the host a name of its own before the collector runs")
            : Diagnosis.Passed(Name, Expect, $"'{host}'");
    }
}
