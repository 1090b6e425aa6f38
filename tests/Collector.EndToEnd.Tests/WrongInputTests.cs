namespace Collector.EndToEnd.Tests;

/// <summary>What is typed wrong is said in a line or two, with the exit code of its kind.</summary>
public sealed class WrongInputTests
{
    [Test]
    [Arguments("--interval", "0", "interval")]
    [Arguments("--interval", "soon", "soon")]
    [Arguments("--group", "", "group")]
    [Arguments("--group", "memroy", "memory")]
    [Arguments("--to", "graphit://carbon", "graphite")]
    [Arguments("--to", "graphite://carbon:99999", "99999")]
    [Arguments("--to", "graphite://carbon?naems=native", "names")]
    [Arguments("--names", "metcolect", "metcollect")]
    [Arguments("--intervall", "1s", "--interval")]
    public async Task A_wrong_option_is_named_and_nothing_runs(string option, string value, string named)
    {
        CommandResult result = await PublishedCollector.Run("run", option, value);

        await AssertRefused(result, exitCode: 64, named);
    }

    [Test]
    public async Task A_wrong_command_is_named_with_the_nearest_one()
    {
        CommandResult result = await PublishedCollector.Run("onec");

        await AssertRefused(result, exitCode: 64, "once");
    }

    [Test]
    [Arguments("""{ "intervall": "1s" }""", "'interval'")]
    [Arguments("""{ "interval": "0" }""", "interval")]
    [Arguments("""{ "group": "cpus" }""", "'cpu'")]
    [Arguments("""{ "to": ["graphite//carbon"] }""", "graphite//carbon")]
    [Arguments("""{ "interval": """, "collector.json")]
    public async Task A_wrong_configuration_is_refused_with_what_would_be_right(string json, string named)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("collector.json", json);

        CommandResult result = await PublishedCollector.Run("run", "--config", file);

        await AssertRefused(result, exitCode: 78, named);
    }

    [Test]
    public async Task A_wrong_variable_is_refused_with_the_nearest_one()
    {
        System.Diagnostics.ProcessStartInfo start = PublishedCollector.StartInfo(PublishedCollector.Path, ["run"]);
        start.Environment["COLLECTOR_INTERVALL"] = "1s";

        CommandResult result = await PublishedCollector.Run(new ChildProcess(start));

        await AssertRefused(result, exitCode: 78, "'COLLECTOR_INTERVAL'?");
    }

    [Test]
    public async Task A_group_that_cannot_be_read_is_reported_and_the_others_are_printed()
    {
        using TemporaryFolder folder = new();

        CommandResult result = await PublishedCollector.Run(
            "once", "--format", "graphite", "--root", RecordedHost.WithoutMemory(folder), "--group", "memory,load,uptime",
            "--host", "h", "--prefix", "p.");

        await Assert.That(result.ExitCode).IsEqualTo(74);
        await Assert.That(result.Error).Contains("memory");
        await Assert.That(result.Error).Contains("meminfo");
        await Assert.That(Point.ParseAll(result.Output).Select(static point => $"{point.Path} {point.Text}")).IsEquivalentTo([
            "p.h.load.shortterm 0.52", "p.h.load.midterm 0.41", "p.h.load.longterm 0.3", "p.h.uptime.uptime 1234.56",
        ]);
    }

    private static async Task AssertRefused(CommandResult result, int exitCode, string named)
    {
        await Assert.That(result.ExitCode).IsEqualTo(exitCode);
        await Assert.That(result.ErrorLines.Length).IsBetween(1, 2);
        await Assert.That(result.Error).Contains(named);
        await Assert.That(result.Output).IsEqualTo("");
    }
}
