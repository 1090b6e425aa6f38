namespace Collector.EndToEnd.Tests;

/// <summary>Where a run's lines for people go, and which of them.</summary>
public sealed class LogTests
{
    private const string Down = "graphite://127.0.0.1:1";

    [Test]
    [Arguments("info", "measuring stopped connect")]
    [Arguments("warning", "connect")]
    [Arguments("error", "")]
    public async Task The_level_says_what_is_written(string level, string words)
    {
        using TemporaryFolder folder = new();
        string said = await Said(folder, "", "--log-level", level);

        string[] all = ["measuring", "stopped", "connect"];
        await Assert.That(all.Where(word => said.Contains($"{word}", StringComparison.Ordinal)))
            .IsEquivalentTo(words.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Test]
    public async Task A_log_file_has_the_same_lines_as_standard_error()
    {
        using TemporaryFolder folder = new();
        string log = folder.File("c.log");
        string said = await Said(folder, "", "--log-file", log);

        await Assert.That((await File.ReadAllLinesAsync(log)).Select(static line => line[(line.IndexOf(' ', 21) + 1)..]))
            .IsEquivalentTo(said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line["collector: ".Length..]));
    }

    [Test]
    public async Task Only_the_journal_gets_priorities()
    {
        using TemporaryFolder folder = new();
        string journal = await Said(folder, "JOURNAL_STREAM=$(stat -L -c %d:%i /proc/self/fd/2)");
        string other = await Said(folder, "JOURNAL_STREAM=1:2");

        string[] lines = journal.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await Assert.That(lines[0]).StartsWith("<6>measuring ");
        await Assert.That(lines.Single(static line => line.Contains("cannot connect", StringComparison.Ordinal))).StartsWith($"<4>{Down}: ");
        await Assert.That(other).StartsWith("collector: measuring ");
        await Assert.That(other).DoesNotContain("<4>");
    }

    /// <summary>What a run of two ticks says.</summary>
    private static async Task<string> Said(TemporaryFolder folder, string environment, params string[] arguments)
    {
        string file = folder.File(Path.GetRandomFileName());
        await using ChildProcess collector = new(PublishedCollector.StartInfo("sh", [
            "-c", $"{environment} exec \"$@\"", "sh", PublishedCollector.Path, "run", "--to", $"file://{file}", "--to", $"{Down}", "--phase", "0s",
            "--spool", folder.File("spool"), "--interval", "1s", "--group", "load", .. arguments,
        ]));
        await Wait.Until("two ticks", () => Point.Stamps(file).Length >= 2);
        collector.Send(Signal.Terminate);
        await collector.Exit();
        return collector.Error;
    }
}
