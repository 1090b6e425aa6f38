namespace Collector.EndToEnd.Tests;

/// <summary>What defines a Windows host, under Wine.</summary>
[ClassDataSource<WineHost>(Shared = SharedType.PerTestSession)]
[NotInParallel("wine")]
public sealed class WindowsSnapshotTests(WineHost wine)
{
    private const string Service = "CollectorSnapshotTest";

    [Test]
    public async Task A_service_that_is_installed_and_one_that_starts_otherwise_are_the_only_differences()
    {
        using TemporaryFolder folder = new();
        await wine.RunTool("sc", "delete", Service);
        string before = await Take(folder, "before.json");
        string again = await Take(folder, "again.json");
        await wine.RunTool("sc", "create", Service, "binPath=", @"C:\windows\system32\svchost.exe", "start=", "auto");
        string installed = await Take(folder, "installed.json");
        await wine.RunTool("sc", "delete", Service);
        await wine.RunTool("sc", "create", Service, "binPath=", @"C:\windows\system32\svchost.exe", "start=", "disabled");
        string disabled = await Take(folder, "disabled.json");
        await wine.RunTool("sc", "delete", Service);

        await Assert.That(await File.ReadAllTextAsync(again)).IsEqualTo(await File.ReadAllTextAsync(before));
        await Assert.That(await File.ReadAllTextAsync(before)).Contains("\"RpcSs\"").And.Contains("\"type\": \"NTFS\"");
        await Assert.That(await Differences(before, installed)).IsEqualTo($"service[{Service}]");
        await Assert.That(await Differences(installed, disabled)).Contains($"service[{Service}].start_type");
    }

    private async Task<string> Take(TemporaryFolder folder, string name)
    {
        string file = folder.File(name);
        CommandResult result = await wine.Run("snapshot", "--group", "service,disk_usage,memory", "--output", WineHost.Drive(file));
        await Assert.That(result.ExitCode).IsEqualTo(0).Because(result.Error);
        return file;
    }

    /// <summary>The paths that differ, with blanks between them.</summary>
    private async Task<string> Differences(string before, string after)
    {
        CommandResult result = await wine.Run("diff", WineHost.Drive(before), WineHost.Drive(after), "--format", "json");
        using System.Text.Json.JsonDocument report = System.Text.Json.JsonDocument.Parse(result.Output);
        return string.Join(' ', report.RootElement.GetProperty("differences").EnumerateArray().Select(static item => item.GetProperty("path").GetString()));
    }
}
