namespace Collector.EndToEnd.Tests;

/// <summary>When lines leave, as the first line of a run tells it.</summary>
public sealed class PhaseTests
{
    [Test]
    [Arguments("statsd://127.0.0.1:9", new[] { "--phase", "2500ms" }, ", sent 2.5s after each tick\n")]
    [Arguments("statsd://127.0.0.1:9", new[] { "--phase", "250ms" }, ", sent 250ms after each tick\n")]
    [Arguments("statsd://127.0.0.1:9", new[] { "--phase", "0s" }, ", sent at once\n")]
    [Arguments("statsd://127.0.0.1:9", new[] { "--host", "web1" }, ", sent 5.2s after each tick\n")]
    [Arguments("stdout:", new string[0], " as collector.h.*\n")]
    public async Task The_first_line_says_when_lines_are_sent(string to, string[] options, string end)
    {
        string[] host = options.Contains("--host") ? [] : ["--host", "h"];
        await using ChildProcess collector = PublishedCollector.Start(["run", "--group", "load", "--to", to, .. host, .. options]);
        await Wait.Until("the first line", () => collector.Error.Contains('\n', StringComparison.Ordinal));

        await Assert.That(collector.Error[..(collector.Error.IndexOf('\n', StringComparison.Ordinal) + 1)]).EndsWith(end);
    }
}
