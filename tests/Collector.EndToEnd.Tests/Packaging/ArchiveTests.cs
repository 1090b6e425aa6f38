namespace Collector.EndToEnd.Tests.Packaging;

/// <summary>The zip for Windows, the tarballs, and the checksums of everything.</summary>
public sealed class ArchiveTests
{
    [Test]
    public async Task The_zip_has_the_executable_and_how_to_install_it()
    {
        using TemporaryFolder folder = new();
        await Tool.Output("unzip", "-q", Dist.PathOf($"collector-{Dist.Version}-win-x64.zip"), "-d", folder.Path);

        await Assert.That(Directory.EnumerateFileSystemEntries(folder.Path).Select(static path => Path.GetFileName(path)!))
            .IsEquivalentTo((string[])["collector.exe", "INSTALL.txt", "LICENSE.txt", "THIRD-PARTY-NOTICES.txt", "collector.cdx.json"]);
        byte[] unpacked = await File.ReadAllBytesAsync(folder.File("collector.exe"));
        byte[] published = await File.ReadAllBytesAsync(Dist.Executable("win-x64"));
        await Assert.That(unpacked.AsSpan().SequenceEqual(published)).IsTrue();
        string notes = await File.ReadAllTextAsync(folder.File("INSTALL.txt"));
        await Assert.That(notes).Contains($"collector-{Dist.Version}-win-x64.zip").And.Contains("collector service install\r\n").And.Contains("SHA256SUMS");
        await Assert.That(await File.ReadAllTextAsync(folder.File("LICENSE.txt"))).Contains("The MIT License (MIT)");
    }

    [Test]
    [Arguments("linux-x64")]
    [Arguments("linux-arm64")]
    public async Task A_tarball_belongs_to_root_and_has_what_the_package_has(string rid)
    {
        string[] lines = (await Tool.Output("tar", "-tvzf", Dist.PathOf($"collector-{Dist.Version}-{rid}.tar.gz"))).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string top = $"collector-{Dist.Version}-{rid}/";

        await Assert.That(lines.All(static line => line.Contains(" 0/0 ", StringComparison.Ordinal) || line.Contains(" root/root ", StringComparison.Ordinal))).IsTrue();
        foreach (string file in (string[])["bin/collector", "LICENSE.txt", "collector.cdx.json", "share/man/man1/collector.1.gz", "share/bash-completion/completions/collector"])
        {
            await Assert.That(lines.Count(line => line.EndsWith($" {top}{file}", StringComparison.Ordinal))).IsEqualTo(1).Because(file);
        }
    }

    [Test]
    public async Task The_checksums_are_those_of_everything_there()
    {
        string sums = Dist.PathOf("SHA256SUMS");
        CommandResult check = await Tool.Run(new System.Diagnostics.ProcessStartInfo("sha256sum", ["--check", "--strict", "--quiet", sums]) { WorkingDirectory = Dist.Folder });
        await Assert.That(check.ExitCode).IsEqualTo(0).Because(check.Error);

        string[] listed = [.. (await File.ReadAllLinesAsync(sums)).Select(static line => line[66..])];
        string[] there = [.. Directory.EnumerateFiles(Dist.Folder, "*", SearchOption.AllDirectories)
            .Select(static file => Path.GetRelativePath(Dist.Folder, file)).Where(static file => file != "SHA256SUMS")];
        await Assert.That(listed).IsEquivalentTo(there);
    }
}
