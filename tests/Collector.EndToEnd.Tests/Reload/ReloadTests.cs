namespace Collector.EndToEnd.Tests;

/// <summary>What SIGHUP does to a run: its configuration is read again, and nothing that goes on is disturbed.</summary>
public sealed class ReloadTests
{
    private const string Truth = "\"file://FOLDER/sent.txt\"";
    private const string NotTaken = "the configuration was not taken, and the old one stays in force: ";

    [Test]
    [Arguments("{ nonsense")]
    [Arguments("""{ "interval": "soon" }""")]
    [Arguments("""{ "to": ["graphite://a?x=1"] }""")]
    [Arguments("""{ "to": ["file://FOLDER/other.txt"], "spool": "/dev/null/x", "log-level": "error" }""")]
    [Arguments("""{ "to": ["file://FOLDER/other.txt"], "log-file": "/no/such/folder/c.log" }""")]
    public async Task A_wrong_file_is_reported_and_the_old_one_stays_in_force(string wrong)
    {
        await using ReloadedRun run = new($$"""{ "to": [{{Truth}}], "interval": "1s" }""");
        await run.More(2);
        await run.Reload(wrong, NotTaken);
        await run.More(2);

        await Assert.That(run.Collector.Error.Split('\n').Count(static line => line.Contains(NotTaken, StringComparison.Ordinal))).IsEqualTo(1);
        await Assert.That(run.Collector.Error).DoesNotContain("   at ");
        await Assert.That(File.Exists(run.File("other.txt"))).IsFalse();

        // A good one is taken after that.
        await run.Reload($$"""{ "to": [{{Truth}}, "file://FOLDER/other.txt"], "interval": "1s" }""");
        await run.More(2);
        await Assert.That(Point.Stamps(run.File("other.txt"))).IsNotEmpty();
        await Assert.That(Ticks.LeftOut(run.Stamps)).IsLessThanOrEqualTo(Ticks.Bearable);
        await Assert.That(await run.Stop()).IsEqualTo(0);
    }

    [Test]
    public async Task The_log_of_a_file_that_was_not_taken_is_left_alone()
    {
        await using ReloadedRun run = new($$"""{ "to": [{{Truth}}], "interval": "1s", "log-file": "FOLDER/right.log" }""");
        await run.More(1);
        await run.Reload($$"""{ "to": [{{Truth}}], "spool": "/dev/null/x", "log-file": "FOLDER/wrong.log" }""", NotTaken);
        long length = new FileInfo(run.File("wrong.log")).Length;
        await run.Reload("{ nonsense", NotTaken);
        await Assert.That(await run.Stop()).IsEqualTo(0);

        await Assert.That(new FileInfo(run.File("wrong.log")).Length).IsEqualTo(length);
        await Assert.That((await File.ReadAllLinesAsync(run.File("right.log")))[^1]).Contains(" info stopped; ");
    }

    [Test]
    public async Task A_destination_that_stays_keeps_its_connection()
    {
        using GraphiteSink stays = new();
        using GraphiteSink comes = new();
        string first = $"\"graphite://127.0.0.1:{stays.Port}\"";
        await using ReloadedRun run = new($$"""{ "to": [{{first}}, {{Truth}}], "interval": "1s" }""");
        await run.More(2);
        await run.Reload($$"""{ "to": ["graphite://127.0.0.1:{{comes.Port}}", {{Truth}}, {{first}}], "interval": "1s" }""");
        await run.More(2);
        int accepted = stays.Accepted;
        int ended = stays.Ended;
        await Assert.That(await run.Stop()).IsEqualTo(0);

        await Assert.That(accepted).IsEqualTo(1);
        await Assert.That(ended).IsEqualTo(0);
        await Assert.That(run.Lines.Except(stays.Audit.Distinct)).IsEmpty();
        await Assert.That(comes.Audit.Count).IsGreaterThan(0);
        await Assert.That(stays.Audit.Arrivals.Length).IsEqualTo(stays.Audit.Count);
    }

    [Test]
    public async Task What_waits_in_memory_for_a_destination_that_stays_is_not_lost()
    {
        int port = Ports.Free();
        string down = $"\"graphite://127.0.0.1:{port}\"";
        await using ReloadedRun run = new($$"""{ "to": [{{down}}, {{Truth}}], "interval": "1s" }""");
        await run.More(2);
        await run.Reload($$"""{ "to": [{{down}}, {{Truth}}], "interval": "1s", "log-level": "info", "ports": ["tcp:1"] }""");
        await run.More(2);
        using GraphiteSink sink = new(port);
        await Wait.Until("what waited arrives", () => !run.Lines.SkipLast(40).Except(sink.Audit.Distinct).Any() && sink.Audit.Count > 0, seconds: 30);

        await Assert.That(await run.Stop()).IsEqualTo(0).Because(run.Collector.Error);
        await Assert.That(run.Lines.Except(sink.Audit.Distinct)).IsEmpty();
        await Assert.That(run.Collector.Error).Contains("dropped: 0, not delivered: 0");
    }

    [Test]
    public async Task A_destination_that_leaves_has_all_that_waited_for_it()
    {
        using GraphiteSink leaves = new();

        // Each tick's lines wait for most of a minute.
        await using ReloadedRun run = new(
            $$"""{ "to": ["graphite://127.0.0.1:{{leaves.Port}}", {{Truth}}], "interval": "1m", "phase": "50s" }""");
        await run.More(1);
        int early = leaves.Audit.Count;
        await run.Reload($$"""{ "to": [{{Truth}}], "interval": "1m", "phase": "50s" }""");
        await Wait.Until("the connection ends in order", () => leaves.Ended == 1, seconds: 3);

        await Assert.That(early).IsEqualTo(0);
        await Assert.That(run.Lines.Except(leaves.Audit.Distinct)).IsEmpty();
        await Assert.That(await run.Stop()).IsEqualTo(0);
        await Assert.That(run.Collector.Error).Contains("not delivered: 0");
    }

    [Test]
    public async Task A_new_interval_takes_over_and_no_stamp_comes_twice()
    {
        await using ReloadedRun run = new($$"""{ "to": [{{Truth}}], "interval": "1s" }""");
        await run.More(2);
        int first = run.Stamps.Length;
        await run.Reload($$"""{ "to": [{{Truth}}], "interval": "2s" }""");
        await run.More(3);
        long[] middle = run.Stamps;
        await run.Reload($$"""{ "to": [{{Truth}}], "interval": "1s" }""");
        await run.More(3);
        await run.Stop();

        Point[] points = [.. run.Points];
        await Assert.That(points.Select(static point => (point.Path, point.Stamp)).Distinct().Count()).IsEqualTo(points.Length);
        await Assert.That(points.Select(static point => point.Stamp)).IsInOrder();
        await Assert.That(middle[(first + 1)..].All(static stamp => stamp % 2 == 0)).IsTrue();
        await Assert.That(Ticks.LeftOut(run.Stamps[(middle.Length + 1)..])).IsLessThanOrEqualTo(Ticks.Bearable);
    }

    [Test]
    [Arguments("\"spool\": \"FOLDER/spool\"")]
    [Arguments("\"spool\": \"FOLDER/spool\", \"spool-size\": \"2MiB\"")]
    public async Task Lines_in_a_spool_that_stays_are_sent_when_their_time_comes(string spool)
    {
        int port = Ports.Free();
        string to = $"\"graphite://127.0.0.1:{port}\"";
        await using ReloadedRun run = new($$"""{ "to": [{{to}}, {{Truth}}], "interval": "1s", "spool": "FOLDER/spool" }""");
        await run.More(2);
        await run.Reload($$"""{ "to": [{{to}}, {{Truth}}, "file://FOLDER/other.txt"], "interval": "1s", {{spool}} }""");
        await run.More(2);
        using GraphiteSink sink = new(port);
        await Wait.Until("what waited arrives", () => sink.Audit.Count > 0 && !run.Lines.SkipLast(40).Except(sink.Audit.Distinct).Any(), seconds: 30);

        await Assert.That(await run.Stop()).IsEqualTo(0).Because(run.Collector.Error);
        await Assert.That(run.Lines.Except(sink.Audit.Distinct)).IsEmpty();
        await Assert.That(run.Collector.Error).Contains("dropped: 0, not delivered: 0");
    }

    [Test]
    public async Task Lines_in_a_spool_that_changes_stay_where_they_are()
    {
        int port = Ports.Free();
        string to = $"\"graphite://127.0.0.1:{port}\"";
        await using ReloadedRun run = new($$"""{ "to": [{{to}}, {{Truth}}], "interval": "1s", "spool": "FOLDER/old" }""");
        await run.More(2);
        await run.Reload($$"""{ "to": [{{to}}, {{Truth}}], "interval": "1s", "spool": "FOLDER/new" }""");
        await run.More(2);
        await Assert.That(await run.Stop()).IsEqualTo(0).Because(run.Collector.Error);

        string[] before = new SpooledLines(run.File("old")).Lines;
        string[] after = new SpooledLines(run.File("new")).Lines;
        await Assert.That(before).IsNotEmpty();
        await Assert.That(after).IsNotEmpty();
        await Assert.That(before.Concat(after).Order(StringComparer.Ordinal).SequenceEqual(run.Lines.Order(StringComparer.Ordinal))).IsTrue();
        await Assert.That(run.Collector.Error).Contains($"in the spool: {run.Lines.Length}");
    }

    [Test]
    public async Task With_a_terminal_that_could_close_it_is_the_end()
    {
        using TemporaryFolder folder = new();
        string file = folder.File("sent.txt");
        string id = folder.File("pid");
        await using ChildProcess terminal = new(PublishedCollector.StartInfo("script", [
            "--quiet", "--return", "--flush", "--command", $"echo $$ >{id}; exec {PublishedCollector.Path} run --to file://{file} --interval 1s", "/dev/null",
        ]));
        await Wait.Until("two ticks", () => Point.Stamps(file).Length >= 2);
        ChildProcess.Send(int.Parse(await File.ReadAllTextAsync(id)), Signal.HangUp);

        await Assert.That(await terminal.Exit(seconds: 5)).IsEqualTo(0);
        await Assert.That(terminal.Output).Contains("stopped; ticks: ").And.DoesNotContain("read again");
    }
}
