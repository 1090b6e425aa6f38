using System.Text.Json;

namespace Collector.EndToEnd.Tests;

/// <summary>The same on Windows, as Wine plays it.</summary>
[ClassDataSource<WineHost>(Shared = SharedType.PerTestSession)]
[NotInParallel("wine")]
public sealed class WindowsConfigTests(WineHost wine)
{
    [Test]
    public async Task A_file_is_written_once_checked_and_explained()
    {
        using TemporaryFolder folder = new();
        string file = folder.File("collector.json");
        string path = WineHost.Drive(file);
        CommandResult init = await wine.Run("config", "init", path, "--to", "graphite://carbon");
        CommandResult again = await wine.Run("config", "init", path);
        CommandResult check = await wine.Run("config", "check", path);
        CommandResult show = await wine.Run("config", "show", "--config", path, "--format", "json");

        await Assert.That(init.ExitCode).IsEqualTo(0).Because(init.Error);
        await Assert.That((again.ExitCode, again.ErrorLines[0].Contains("is there already", StringComparison.Ordinal))).IsEqualTo((74, true));
        await Assert.That((check.ExitCode, check.Output.Trim())).IsEqualTo((0, $"{path} is valid; every 10s, 1 destination"));
        await Assert.That(JsonDocument.Parse(show.Output).RootElement.GetProperty("settings").GetProperty("to").GetProperty("from").GetString())
            .IsEqualTo("file");
        await Assert.That(await File.ReadAllTextAsync(file)).DoesNotContain("\r");
    }

    [Test]
    public async Task A_mistake_has_its_line_and_its_column()
    {
        using TemporaryFolder folder = new();
        string path = WineHost.Drive(folder.Write("c.json", "{\r\n  \"interval\": \"10x\"\r\n}\r\n"));
        CommandResult check = await wine.Run("config", "check", path);

        await Assert.That(check.ExitCode).IsEqualTo(78);
        await Assert.That(check.Error.Trim()).IsEqualTo(
            $"collector: {path}(2,15): interval: '10x' is not a span of time; write for example 10s, 500ms or 1m");
    }
}
