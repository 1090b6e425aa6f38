using System.Diagnostics;

namespace Collector.EndToEnd.Tests.Packaging;

/// <summary>The Debian package: what lintian says of it, and what it leaves and takes away.</summary>
public sealed class DebianPackageTests
{
    private const string Settings = "/etc/collector/collector.json";
    private const string Unit = "/lib/systemd/system/collector.service";

    [Test]
    [Arguments("amd64")]
    [Arguments("arm64")]
    public async Task Lintian_finds_nothing(string architecture)
    {
        ProcessStartInfo start = new("lintian", ["--allow-root", "--no-cfg", "--profile", "debian", "--fail-on", "error,warning", Dist.Deb(architecture)]);
        start.Environment["LC_ALL"] = "C.UTF-8";
        CommandResult result = await Tool.Run(start);
        await Assert.That(result.Output + result.Error).IsEqualTo("");
        await Assert.That(result.ExitCode).IsEqualTo(0);
    }

    [Test]
    [Arguments("amd64")]
    [Arguments("arm64")]
    public async Task Everything_lies_where_Debian_looks_for_it(string architecture)
    {
        string[] files = [.. (await Tool.Output("dpkg-deb", "--contents", Dist.Deb(architecture))).Split('\n', StringSplitOptions.RemoveEmptyEntries)];
        foreach (string file in (string[])
        [
            "/usr/bin/collector", Settings, Unit, "/usr/share/man/man1/collector.1.gz", "/usr/share/bash-completion/completions/collector",
            "/usr/share/zsh/vendor-completions/_collector", "/usr/share/fish/vendor_completions.d/collector.fish",
            "/usr/share/doc/collector/copyright", "/usr/share/doc/collector/changelog.gz", "/usr/share/doc/collector/collector.cdx.json",
        ])
        {
            await Assert.That(files.Count(line => line.EndsWith($" .{file}", StringComparison.Ordinal))).IsEqualTo(1).Because(file);
        }

        await Assert.That(files.All(static line => line.Contains(" root/root ", StringComparison.Ordinal))).IsTrue();
        await Assert.That(files.Any(static line => line[5] == 'w' || line[8] == 'w')).IsFalse();
    }

    [Test]
    [Arguments("amd64")]
    [Arguments("arm64")]
    public async Task Its_unit_starts_its_executable_with_its_settings_and_they_are_valid(string architecture)
    {
        using TemporaryFolder folder = new();
        await Tool.Output("dpkg-deb", "--extract", Dist.Deb(architecture), folder.Path);
        string[] unit = await File.ReadAllLinesAsync(folder.Path + Unit);
        CommandResult check = await PublishedCollector.Run("config", "check", folder.Path + Settings);

        await Assert.That(unit.Where(static line => line.StartsWith("ExecStart=", StringComparison.Ordinal)))
            .IsEquivalentTo([$"ExecStart=/usr/bin/collector run --config {Settings}"]);
        await Assert.That(Path.Exists(folder.File("etc/systemd"))).IsFalse().Because("the service is enabled by whoever wants it");
        await Assert.That((check.ExitCode, check.Error)).IsEqualTo((0, ""));
    }

    [Test]
    public async Task It_is_installed_upgraded_removed_and_purged()
    {
        using DebianSystem system = await DebianSystem.Copy();
        using TemporaryFolder folder = new();
        string newer = await WithVersion(folder, "99.0");

        await system.Install(Dist.Deb("amd64"));
        await Assert.That(await system.Run("collector", "--version")).StartsWith($"{Dist.Version} (");
        await Assert.That(await system.Run("collector", "once", "-g", "load", "-f", "graphite", "--config", Settings)).Contains(".load.shortterm ");
        await Assert.That(await system.Run("dpkg", "--verify", "collector")).IsEqualTo("");
        await Assert.That(system.Requests.Any(static request => request.Contains("restart", StringComparison.Ordinal))).IsFalse();

        // Settings and what waits there belong to the administrator.
        await File.AppendAllTextAsync(system.PathOf(Settings), "// mine\n");
        Directory.CreateDirectory(system.PathOf("/var/lib/private/collector"));
        Directory.CreateSymbolicLink(system.PathOf("/var/lib/collector"), "private/collector");
        Directory.CreateDirectory(system.PathOf("/var/log/private/collector"));
        Directory.CreateSymbolicLink(system.PathOf("/var/log/collector"), "private/collector");
        system.ForgetRequests();
        await system.Install(newer);
        await Assert.That(await system.Run("dpkg-query", "--show", "--showformat", "${Version} ${db:Status-Status}", "collector")).IsEqualTo("99.0 installed\n");
        await Assert.That(await File.ReadAllTextAsync(system.PathOf(Settings))).EndsWith("// mine\n");
        await Assert.That(system.Requests).Contains("try-restart collector.service");

        // Once more: nothing changes.
        await system.Install(newer);

        system.ForgetRequests();
        await system.Run("dpkg", "--remove", "collector");
        await Assert.That(system.Has("/usr/bin/collector")).IsFalse();
        await Assert.That(system.Has(Settings)).IsTrue();
        await Assert.That(system.Has("/var/lib/private/collector")).IsTrue();
        await Assert.That(system.Requests).Contains("disable --now collector.service");

        await system.Run("dpkg", "--purge", "collector");
        foreach (string path in (string[])["/etc/collector", "/var/lib/collector", "/var/lib/private/collector", "/var/log/collector", "/var/log/private/collector", "/usr/share/doc/collector"])
        {
            await Assert.That(system.Has(path)).IsFalse().Because(path);
        }
    }

    [Test]
    public async Task Without_systemd_it_asks_nobody_for_anything()
    {
        using DebianSystem system = await DebianSystem.Copy();
        Directory.Delete(system.PathOf("/run/systemd/system"));

        await system.Install(Dist.Deb("amd64"));
        await system.Run("dpkg", "--purge", "collector");
        await Assert.That(system.Requests).IsEmpty();
    }

    [Test]
    public async Task The_settings_that_it_suggests_are_valid()
    {
        using TemporaryFolder folder = new();
        string text = await File.ReadAllTextAsync(Repository.PathOf("scripts/packaging/collector.json"));
        string allSet = folder.Write("collector.json", text.Replace("// \"", "\"", StringComparison.Ordinal));

        CommandResult result = await PublishedCollector.Run("plan", "--config", allSet);
        await Assert.That(result.ExitCode).IsEqualTo(0).Because(result.Error);
    }

    /// <summary>The same package as a later version of it.</summary>
    private static async Task<string> WithVersion(TemporaryFolder folder, string version)
    {
        string tree = folder.File("tree"), control = Path.Combine(tree, "DEBIAN", "control"), package = folder.File("newer.deb");
        await Tool.Output("dpkg-deb", "--raw-extract", Dist.Deb("amd64"), tree);
        string text = await File.ReadAllTextAsync(control);
        await File.WriteAllTextAsync(control, text.Replace($"Version: {Dist.Version}\n", $"Version: {version}\n", StringComparison.Ordinal));
        await Tool.Output("dpkg-deb", "--root-owner-group", "-Znone", "--build", tree, package);
        return package;
    }
}
