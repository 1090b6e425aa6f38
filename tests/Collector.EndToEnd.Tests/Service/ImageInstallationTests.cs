using System.Text.Json;

namespace Collector.EndToEnd.Tests;

/// <summary>The service in the image of another Linux system, written without a systemd that runs.</summary>
public sealed class ImageInstallationTests
{
    private const string Unit = "etc/systemd/system/collector.service";
    private const string Link = "etc/systemd/system/multi-user.target.wants/collector.service";

    [Test]
    public async Task A_dry_run_tells_what_an_installation_would_change_and_changes_nothing()
    {
        using TemporaryFolder image = new();
        Directory.CreateDirectory(image.File("usr/local/bin"));
        File.Copy(PublishedCollector.Path, image.File("usr/local/bin/collector"));
        string[] settings = ["--root", image.Path, "--to", "graphite://carbon:2003"];

        await Install(1, "\"changed\":true,", [.. settings, "--dry-run"]);
        await Assert.That(Directory.Exists(image.File("etc"))).IsFalse();
        await Install(0, "\"changed\":true,", settings);
        await Install(0, "\"changed\":false,", [.. settings, "--dry-run"]);
        await Install(0, "\"changed\":false,", settings);
        string text = await File.ReadAllTextAsync(image.File(Unit));
        await Install(1, "would update", [.. settings, "--interval", "1s", "--dry-run"]);
        await Assert.That(await File.ReadAllTextAsync(image.File(Unit))).IsEqualTo(text);
        File.Delete(image.File(Link));
        await Install(1, "would install", [.. settings, "--dry-run"]);
        await Assert.That(new FileInfo(image.File(Link)).LinkTarget).IsNull();
    }

    private static async Task Install(int exitCode, string expected, string[] arguments)
    {
        CommandResult result = await PublishedCollector.Run(["service", "install", "--json", .. arguments]);
        await Assert.That((result.ExitCode, result.Error)).IsEqualTo((exitCode, ""));
        await Assert.That(JsonDocument.Parse(result.Output).RootElement.GetProperty("action").GetString()).IsEqualTo("install");
        await Assert.That(result.Output).Contains(expected);
    }
}
