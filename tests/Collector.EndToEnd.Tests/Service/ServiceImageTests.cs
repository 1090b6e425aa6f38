using System.Globalization;
using System.Text.RegularExpressions;
using Collector.EndToEnd.Tests.Packaging;

namespace Collector.EndToEnd.Tests.Service;

/// <summary>The service of an image that is not running.</summary>
public sealed partial class ServiceImageTests
{
    private const double MostExposure = 2.0;

    [Test]
    public async Task Without_systemd_it_says_so_and_how_to_write_the_files_of_an_image()
    {
        CommandResult result = await PublishedCollector.Run("service", "install", "--to", "graphite://carbon:2003");

        await Assert.That(result.Error).Contains("systemd does not run here").And.Contains("--root DIR");
        await Assert.That(result.ExitCode).IsEqualTo(69);
    }

    [Test]
    public async Task An_image_gets_a_hardened_unit_that_starts_with_its_hosts()
    {
        using TemporaryFolder image = new();
        Directory.CreateDirectory(image.File("usr/local/bin"));
        File.Copy(PublishedCollector.Path, image.File("usr/local/bin/collector"));
        string[] install = ["service", "install", "--root", image.Path, "--to", "graphite://carbon:2003", "--host", "a$b %c", "--name", "metrics"];
        CommandResult first = await PublishedCollector.Run(install);
        CommandResult second = await PublishedCollector.Run(install);
        string unit = image.File("etc/systemd/system/metrics.service");

        await Assert.That(first.Output).StartsWith("installed the service 'metrics' (/etc/systemd/system/metrics.service)");
        await Assert.That(second.Output).StartsWith("unchanged: the service 'metrics'");
        await Assert.That(await File.ReadAllTextAsync(unit)).Contains(
            "ExecStart=/usr/local/bin/collector run --to graphite://carbon:2003 --host \"a$$b %%c\" --spool /var/lib/metrics\n");
        await Assert.That(new FileInfo(image.File("etc/systemd/system/multi-user.target.wants/metrics.service")).LinkTarget)
            .IsEqualTo("/etc/systemd/system/metrics.service");
        string judged = await Tool.Output("systemd-analyze", "security", "--offline=yes", "--no-pager", unit);
        await Assert.That(double.Parse(Exposure().Match(judged).Groups[1].Value, CultureInfo.InvariantCulture)).IsLessThanOrEqualTo(MostExposure);
    }

    [Test]
    public async Task An_image_without_a_collector_is_told_from_one_with_it()
    {
        using TemporaryFolder image = new();
        CommandResult result = await PublishedCollector.Run("service", "install", "--root", image.Path, "--to", "graphite://carbon:2003");

        await Assert.That(result.Error).Contains($"there is no collector in '{image.Path}'");
        await Assert.That(result.ExitCode).IsEqualTo(64);
    }

    [GeneratedRegex(@"Overall exposure level for \S+: ([0-9.]+)")]
    private static partial Regex Exposure();
}
