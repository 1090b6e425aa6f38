namespace Collector.EndToEnd.Tests;

/// <summary><c>snapshot</c> and <c>diff</c> under Wine.</summary>
[ClassDataSource<WineHost>(Shared = SharedType.PerTestSession)]
[NotInParallel("wine")]
public sealed class WindowsGoldenHostTests(WineHost wine)
{
    [Test]
    public async Task A_host_twice_differs_in_nothing_and_then_in_what_was_changed()
    {
        using TemporaryFolder folder = new();
        string named = folder.Write("named.txt", "here");
        string config = folder.Write("collector.json", $$"""
            { "services": ["RpcSs", "Spooler"], "files": ["{{WineHost.Drive(named)}}"] }
            """);
        string first = await Take(folder, "first.json", config);
        string second = await Take(folder, "second.json", config);
        File.Delete(named);
        string third = await Take(folder, "third.json", config);

        CommandResult same = await wine.Run("diff", WineHost.Drive(first), WineHost.Drive(second));
        await Assert.That(same.Output).StartsWith("no difference between ");
        await Assert.That(same.ExitCode).IsEqualTo(0);
        string text = await File.ReadAllTextAsync(first);
        await Assert.That(text).Contains("\"os\": \"windows\"").And.Contains("\"Spooler\": {").And.Contains("\"start_type\": 3")
            .And.Contains("\"memory\": {");

        CommandResult changed = await wine.Run("diff", WineHost.Drive(first), WineHost.Drive(third));
        await Assert.That(changed.OutputLines.Length).IsEqualTo(2);
        await Assert.That(changed.OutputLines[0]).StartsWith($"file[{WineHost.Drive(named)}].exists").And.EndsWith("true  ->  false");
        await Assert.That(changed.ExitCode).IsEqualTo(1);
    }

    private async Task<string> Take(TemporaryFolder folder, string name, string config)
    {
        string file = folder.File(name);

        // Wine's disks do not tell what they do, which is a fault.
        CommandResult result = await wine.Run(
            "snapshot", "--output", WineHost.Drive(file), "--config", WineHost.Drive(config), "--group", "-disk_io");

        // Wine itself complains that it may not read the labels of this host's disks.
        await Assert.That(result.Error.Split('\n').Where(static line => line.Length > 0 && !line.StartsWith("wine:", StringComparison.Ordinal))).IsEmpty();
        await Assert.That(result.ExitCode).IsEqualTo(0);
        return file;
    }
}
