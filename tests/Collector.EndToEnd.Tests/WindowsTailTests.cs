namespace Collector.EndToEnd.Tests;

/// <summary><c>collector tail</c> of the Windows executable under Wine.</summary>
[ClassDataSource<WineHost>(Shared = SharedType.PerTestSession)]
[NotInParallel("wine")]
public sealed class WindowsTailTests(WineHost wine)
{
    [Test]
    public async Task It_receives_what_a_run_on_Linux_sends_and_Ctrl_C_ends_it()
    {
        await using ChildProcess tail = wine.Start("tail", "--graphite", "0", "--statsd", "0");
        int graphite = await TailTests.PortOf(tail, "Graphite");
        int statsd = await TailTests.PortOf(tail, "StatsD");
        await using ChildProcess run = PublishedCollector.Start(
            "run", "--to", $"graphite://127.0.0.1:{graphite}", "--to", $"statsd://127.0.0.1:{statsd}",
            "--interval", "1s", "--host", "h", "--prefix", "p.", "--group", "uptime,load");
        await Wait.Until("both wires", () => tail.Output.Contains("p.h.uptime.uptime ", StringComparison.Ordinal)
            && tail.Output.Contains("p.h.uptime.uptime:", StringComparison.Ordinal));
        run.Send(Signal.Terminate);
        await run.Exit();
        tail.Send(Signal.Interrupt);

        await Assert.That(await tail.Exit()).IsEqualTo(0);
        await Assert.That(tail.Error).Contains("0 malformed");
    }

    [Test]
    public async Task A_port_that_is_taken_is_named()
    {
        await using ChildProcess first = wine.Start("tail", "--graphite", "0");
        int port = await TailTests.PortOf(first, "Graphite");

        CommandResult result = await wine.Run("tail", "--graphite", $"{port}");

        await Assert.That(result.ExitCode).IsEqualTo(69);
        await Assert.That(result.Error).Contains("another process has the port");
    }
}
