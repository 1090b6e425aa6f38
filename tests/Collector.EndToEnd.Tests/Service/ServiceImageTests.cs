using System.Text.Json;

namespace Collector.EndToEnd.Tests;

/// <summary>The service where no systemd runs: in an image that is being built, and in a container.</summary>
public sealed class ServiceImageTests
{
    private const string Unit = "etc/systemd/system/collector.service";
    private const string Link = "etc/systemd/system/multi-user.target.wants/collector.service";

    [Test]
    public async Task An_image_gets_a_unit_and_the_link_that_starts_it()
    {
        using TemporaryFolder image = WithCollector("usr/bin/collector");
        JsonElement first = await Install(image, "--to", "graphite://carbon:2003");
        string unit = await File.ReadAllTextAsync(image.File(Unit));
        DateTime written = File.GetLastWriteTimeUtc(image.File(Unit));
        JsonElement second = await Install(image, "--to", "graphite://carbon:2003");

        await Assert.That(first.GetProperty("changed").GetBoolean()).IsTrue();
        await Assert.That(first.GetProperty("state").GetString()).IsEqualTo("unknown");
        await Assert.That(unit).Contains("\nExecStart=/usr/bin/collector run --to graphite://carbon:2003 --spool /var/lib/collector\n");
        await Assert.That(unit).DoesNotContain(image.Path);
        await Assert.That(File.GetUnixFileMode(image.File(Unit))).IsEqualTo((UnixFileMode)0b110_100_100);
        await Assert.That(new FileInfo(image.File(Link)).LinkTarget).IsEqualTo($"/{Unit}");

        await Assert.That(second.GetProperty("changed").GetBoolean()).IsFalse();
        await Assert.That(second.GetProperty("text").GetString()).StartsWith("unchanged: ");
        await Assert.That(File.GetLastWriteTimeUtc(image.File(Unit))).IsEqualTo(written);
        await Assert.That(Directory.GetFileSystemEntries(image.Path, "*", SearchOption.AllDirectories).Count(static entry => !Directory.Exists(entry))).IsEqualTo(3);
    }

    [Test]
    public async Task Other_settings_are_an_update_and_another_name_another_service()
    {
        using TemporaryFolder image = WithCollector("opt/collector/collector");
        await Install(image, "--to", "graphite://carbon:2003");
        JsonElement updated = await Install(image, "--to", "graphite://carbon:2003", "--interval", "30s");
        await Install(image, "--to", "graphite://carbon:2003", "--name", "second", "--account", "metrics");

        await Assert.That(updated.GetProperty("text").GetString()).StartsWith("updated the service 'collector'");
        await Assert.That(await File.ReadAllTextAsync(image.File(Unit))).Contains("/opt/collector/collector run").And.Contains("--interval 30s");
        await Assert.That(await File.ReadAllTextAsync(image.File("etc/systemd/system/second.service")))
            .Contains("\nUser=metrics\n").And.Contains("\nStateDirectory=second\n");
    }

    [Test]
    public async Task A_dry_run_tells_what_an_installation_would_change_and_changes_nothing()
    {
        using TemporaryFolder image = WithCollector("usr/local/bin/collector");
        string[] settings = ["--root", image.Path, "--to", "graphite://carbon:2003"];

        await InstallAnswers(1, "\"changed\":true,", [.. settings, "--dry-run"]);
        await Assert.That(Directory.Exists(image.File("etc"))).IsFalse();
        await InstallAnswers(0, "\"changed\":true,", settings);
        await InstallAnswers(0, "\"changed\":false,", [.. settings, "--dry-run"]);
        await InstallAnswers(0, "\"changed\":false,", settings);
        string text = await File.ReadAllTextAsync(image.File(Unit));
        await InstallAnswers(1, "would update", [.. settings, "--interval", "1s", "--dry-run"]);
        await Assert.That(await File.ReadAllTextAsync(image.File(Unit))).IsEqualTo(text);
        File.Delete(image.File(Link));
        await InstallAnswers(1, "would install", [.. settings, "--dry-run"]);
        await Assert.That(new FileInfo(image.File(Link)).LinkTarget).IsNull();
    }

    [Test]
    public async Task For_people_it_is_one_line()
    {
        using TemporaryFolder image = WithCollector("usr/local/bin/collector");
        CommandResult result = await PublishedCollector.Run("service", "install", "--root", image.Path, "--to", "graphite://carbon:2003");

        await Assert.That(result.ExitCode).IsEqualTo(0).Because(result.Error);
        await Assert.That(result.Output).IsEqualTo(
            $"installed the service 'collector' (/{Unit}); it starts with the hosts that are made of '{image.Path}'\n");
    }

    [Test]
    public async Task Settings_of_the_image_are_checked_if_they_are_there()
    {
        using TemporaryFolder image = WithCollector("usr/bin/collector");
        await Install(image, "--config", "/etc/collector.json");
        image.Write("etc/collector.json", """{ "interval": "nonsense" }""");
        CommandResult wrong = await PublishedCollector.Run("service", "install", "--root", image.Path, "--config", "/etc/collector.json");

        await Assert.That(await File.ReadAllTextAsync(image.File(Unit))).Contains("\nExecStart=/usr/bin/collector run --config /etc/collector.json\n");
        await Assert.That(wrong.ExitCode).IsEqualTo(78);
        await Assert.That(wrong.Error).Contains("nonsense");
    }

    [Test]
    [Arguments("no collector in it", "copy this executable there first", "")]
    [Arguments("no folder", "there is no folder", "/no/such/image")]
    [Arguments("no destination", "a service has no standard output", "", "--interval", "1s")]
    [Arguments("name with a blank", "is no name of a service", "", "--to", "graphite://carbon:2003", "--name", "my collector")]
    [Arguments("name with a slash", "is no name of a service", "", "--to", "graphite://carbon:2003", "--name", "a/b")]
    [Arguments("no account", "--account: names no account", "", "--to", "graphite://carbon:2003", "--account", "")]
    public async Task What_could_not_work_is_refused(string what, string message, string root, params string[] arguments)
    {
        using TemporaryFolder image = what == "no collector in it" ? new() : WithCollector("usr/bin/collector");
        CommandResult result = await PublishedCollector.Run(
            ["service", "install", "--root", root.Length > 0 ? root : image.Path, .. arguments.Length > 0 ? arguments : ["--to", "graphite://carbon:2003"]]);

        await Assert.That(result.ExitCode).IsEqualTo(64).Because(result.Error + result.Output);
        await Assert.That(result.ErrorLines).HasSingleItem();
        await Assert.That(result.Error).Contains(message);
        await Assert.That(File.Exists(image.File(Unit))).IsFalse();
    }

    [Test]
    [Arguments("install")]
    [Arguments("uninstall")]
    [Arguments("start")]
    [Arguments("stop")]
    [Arguments("status")]
    public async Task Without_systemd_it_says_what_to_do_instead(string verb)
    {
        Skip.When(Directory.Exists("/run/systemd/system"), "systemd runs here.");
        CommandResult result = await PublishedCollector.Run(["service", verb, .. verb == "install" ? (string[])["--to", "graphite://carbon:2003"] : []]);

        await Assert.That(result.ExitCode).IsEqualTo(69);
        await Assert.That(result.ErrorLines).HasSingleItem();
        await Assert.That(result.Error).Contains("systemd does not run here").And.Contains("collector service install --root DIR");
        await Assert.That(result.Output).IsEqualTo("");
    }

    /// <summary>A folder with an executable at that place, to be found and not to be run.</summary>
    private static TemporaryFolder WithCollector(string path)
    {
        TemporaryFolder image = new();
        image.Write(path, "");
        for (string folder = Path.GetDirectoryName(image.File(path))!; folder.Length >= image.Path.Length; folder = Path.GetDirectoryName(folder)!)
        {
            File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
        }

        File.SetUnixFileMode(image.File(path), (UnixFileMode)0b111_101_101);
        return image;
    }

    private static async Task<JsonElement> Install(TemporaryFolder image, params string[] arguments)
    {
        CommandResult result = await PublishedCollector.Run(["service", "install", "--root", image.Path, "--json", .. arguments]);
        await Assert.That(result.ExitCode).IsEqualTo(0).Because(result.Error);
        return JsonDocument.Parse(result.Output).RootElement;
    }

    private static async Task InstallAnswers(int exitCode, string expected, string[] arguments)
    {
        CommandResult result = await PublishedCollector.Run(["service", "install", "--json", .. arguments]);
        await Assert.That((result.ExitCode, result.Error)).IsEqualTo((exitCode, ""));
        await Assert.That(JsonDocument.Parse(result.Output).RootElement.GetProperty("action").GetString()).IsEqualTo("install");
        await Assert.That(result.Output).Contains(expected);
    }
}
