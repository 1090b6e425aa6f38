using System.Diagnostics;

namespace Collector.EndToEnd.Tests;

/// <summary>How a run ends: on request, or because nobody reads it any more.</summary>
public sealed class StoppingTests
{
    [Test]
    [NotInParallel]
    [Arguments(Signal.Terminate)]
    [Arguments(Signal.Interrupt)]
    public async Task A_signal_ends_it_within_a_second_and_nothing_is_left_behind(Signal signal)
    {
        using TemporaryFolder folder = new();
        string file = folder.File("sent.txt");
        int port = Ports.Free();
        using LineReceiver receiver = new(port);
        await using ChildProcess collector = PublishedCollector.Start(
            "run", "--to", $"graphite://127.0.0.1:{port}", "--to", $"file://{file}", "--interval", "1s");
        await Wait.Until("two ticks", () => Point.Stamps(file).Length >= 2);

        Stopwatch watch = Stopwatch.StartNew();
        collector.Send(signal);
        int exitCode = await collector.Exit();

        await Assert.That(watch.Elapsed).IsLessThan(TimeSpan.FromSeconds(1));
        await Assert.That(exitCode).IsEqualTo(0);
        await Wait.Until("the connection ends in order", () => receiver.OrderlyEnds == 1, seconds: 2);
        await Assert.That(receiver.Text).IsEqualTo(await File.ReadAllTextAsync(file));
    }

    [Test]
    public async Task It_says_a_line_when_it_starts_and_one_when_it_stops()
    {
        using TemporaryFolder folder = new();
        string file = folder.File("sent.txt");
        await using ChildProcess collector = PublishedCollector.Start("run", "--to", $"file://{file}", "--interval", "1s");
        await Wait.Until("a tick", () => Point.Stamps(file).Length >= 1);
        string[] before = collector.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        collector.Send(Signal.Terminate);
        await collector.Exit();
        string[] after = collector.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        await Assert.That(before[0]).Contains("1s");
        await Assert.That(before[0]).Contains(file);
        await Assert.That(after.Length).IsEqualTo(before.Length + 1);
        await Assert.That(collector.Output).IsEqualTo("");
    }

    [Test]
    public async Task A_full_pipe_on_standard_output_holds_up_nothing_else()
    {
        using TemporaryFolder folder = new();
        string file = folder.File("sent.txt");
        await using ChildProcess collector = new(
            PublishedCollector.StartInfo(PublishedCollector.Path, [
                "run", "--to", "stdout:", "--to", $"file://{file}", "--interval", "1s", "--group", "net_io",
                "--root", RecordedHost.WithInterfaces(folder, 500),
            ]),
            readOutput: false);

        await Wait.Until("four ticks", () => Point.Stamps(file).Length >= 4);
        collector.Send(Signal.Terminate);

        await Assert.That(await collector.Exit(seconds: 3)).IsEqualTo(69);
        await Assert.That(Ticks.LeftOut(Point.Stamps(file))).IsLessThanOrEqualTo(Ticks.Bearable);
        await Assert.That(collector.Error).Contains("standard output");
    }

    [Test]
    public async Task A_reader_that_leaves_ends_a_run_that_has_nowhere_else_to_write()
    {
        await using ChildProcess collector = new(
            PublishedCollector.StartInfo(PublishedCollector.Path, ["run", "--interval", "1s", "--group", "uptime"]),
            readOutput: false);
        collector.CloseOutput();

        await Assert.That(await collector.Exit(seconds: 5)).IsEqualTo(74);
        await Assert.That(collector.Error).Contains("standard output");
        await Assert.That(collector.Error).DoesNotContain("   at ");
    }

    [Test]
    public async Task Without_a_destination_lines_go_to_standard_output_and_only_they()
    {
        await using ChildProcess collector = PublishedCollector.Start(
            "run", "--interval", "1s", "--host", "h", "--prefix", "p.");
        await Wait.Until("two ticks", () => Point.ParseAll(collector.Output).Select(static point => point.Stamp).Distinct().Count() >= 2);
        collector.Send(Signal.Interrupt);

        await Assert.That(await collector.Exit()).IsEqualTo(0);
        await Assert.That(Point.ParseAll(collector.Output).Select(static point => point.Path))
            .ContainsOnly(static path => path.StartsWith("p.h.", StringComparison.Ordinal));
    }
}
