namespace Collector.EndToEnd.Tests.Service;

/// <summary>A configuration that is read again while the collector runs.</summary>
public sealed class ReloadTests
{
    [Test]
    public async Task A_destination_that_stays_keeps_its_connection_and_one_that_goes_gets_its_last_lines()
    {
        using TemporaryFolder folder = new();
        using GraphiteSink stays = new(), goes = new(), comes = new();
        string file = folder.File("collector.json");
        await Configure(file, "1s", stays, goes);
        await using ChildProcess collector = Start(file);
        await Wait.Until("lines at both", () => stays.Audit.Count > 1 && goes.Audit.Count > 1);
        await Configure(file, "1s", stays, comes);
        collector.Send(Signal.HangUp);
        await Wait.Until("lines at the new one", () => comes.Audit.Count > 1);
        int last = goes.Audit.Count;
        await Wait.Until("more lines", () => comes.Audit.Count > 3);
        collector.Send(Signal.Terminate);
        await collector.Exit();

        await Assert.That(collector.Error).Contains("the configuration was read again");
        await Assert.That(collector.Error.Split($"127.0.0.1:{stays.Port}: connected").Length).IsEqualTo(2);
        await Assert.That(goes.Audit.Count).IsEqualTo(last);
        await Assert.That(stays.Audit.Arrivals.Select(static arrival => arrival.Stamp)).IsInOrder();
        await Assert.That(stays.Audit.Distinct.Length).IsEqualTo(stays.Audit.Count);
        await Assert.That(collector.Error).Contains("not delivered: 0");
    }

    [Test]
    public async Task What_waits_for_a_destination_that_stays_outlives_the_reload()
    {
        using TemporaryFolder folder = new();
        int port = Ports.Free();
        string sent = folder.File("sent.txt");
        string file = folder.Write("collector.json", Text("1s", "uptime", $"graphite://127.0.0.1:{port}", $"file://{sent}"));
        await using ChildProcess collector = Start(file);
        await Wait.Until("three ticks", () => Point.Stamps(sent).Length >= 3);
        await File.WriteAllTextAsync(file, Text("1s", "uptime,load", $"graphite://127.0.0.1:{port}", $"file://{sent}"));
        collector.Send(Signal.HangUp);
        await Wait.Until("the new group", () => Point.Read(sent).Any(static point => point.Path.Contains(".load.", StringComparison.Ordinal)));
        using GraphiteSink sink = new(port);
        await Wait.Until("lines arrive", () => sink.Audit.Count > 0, seconds: 40);
        collector.Send(Signal.Terminate);
        await collector.Exit();

        await Assert.That(File.ReadAllLines(sent).Except(sink.Audit.Distinct)).IsEmpty();
    }

    [Test]
    public async Task A_new_interval_doubles_no_stamp_and_a_wrong_file_changes_nothing()
    {
        using TemporaryFolder folder = new();
        string sent = folder.File("sent.txt");
        string file = folder.Write("collector.json", Text("1s", "uptime", $"file://{sent}"));
        await using ChildProcess collector = Start(file);
        await Wait.Until("two ticks", () => Point.Stamps(sent).Length >= 2);
        await File.WriteAllTextAsync(file, "{ \"intervall\": \"1s\" }");
        collector.Send(Signal.HangUp);
        await Wait.Until("it is refused", () => collector.Error.Contains("the old one stays in force", StringComparison.Ordinal));
        int before = Point.Stamps(sent).Length;
        await Wait.Until("two more ticks", () => Point.Stamps(sent).Length >= before + 2);
        await File.WriteAllTextAsync(file, Text("2s", "uptime", $"file://{sent}"));
        collector.Send(Signal.HangUp);
        await Wait.Until("it is read again", () => collector.Error.Contains("every 2s", StringComparison.Ordinal));
        int after = Point.Stamps(sent).Length;
        await Wait.Until("two ticks of the new interval", () => Point.Stamps(sent).Length >= after + 2);
        collector.Send(Signal.Terminate);
        await collector.Exit();

        long[] stamps = [.. Point.Read(sent).Select(static point => point.Stamp)];
        await Assert.That(stamps.Distinct().Count()).IsEqualTo(stamps.Length);
        await Assert.That(stamps[^1] % 2).IsEqualTo(0);
        await Assert.That(collector.Error).Contains($"{file}(1,3): intervall: there is no such setting; did you mean 'interval'?");
    }

    [Test]
    public async Task In_a_terminal_a_hang_up_is_its_end()
    {
        using TemporaryFolder folder = new();
        string sent = folder.File("sent.txt");
        await using ChildProcess terminal = new(PublishedCollector.StartInfo("script", [
            "--quiet", "--flush", "--return", "--command", $"{PublishedCollector.Path} run --interval 1s --group uptime --to file://{sent}", "/dev/null",
        ]));
        await Wait.Until("a tick", () => Point.Stamps(sent).Length >= 1);
        string children = $"/proc/{terminal.Id}/task/{terminal.Id}/children";
        using (System.Diagnostics.Process kill = System.Diagnostics.Process.Start("kill", ["-HUP", File.ReadAllText(children).Split(' ')[0]]))
        {
            await kill.WaitForExitAsync();
        }

        await terminal.Exit();
        await Assert.That(terminal.Output).Contains("stopped; ticks: ");
    }

    /// <summary>Without a terminal of its own.</summary>
    private static ChildProcess Start(string file) =>
        new(PublishedCollector.StartInfo("setsid", [PublishedCollector.Path, "run", "--config", file]));

    private static Task Configure(string file, string interval, params GraphiteSink[] sinks) => File.WriteAllTextAsync(
        file, Text(interval, "uptime", [.. sinks.Select(static sink => $"graphite://127.0.0.1:{sink.Port}")]));

    private static string Text(string interval, string groups, params string[] to) =>
        $$"""{ "to": [{{string.Join(", ", to.Select(static uri => $"\"{uri}\""))}}], "interval": "{{interval}}", "phase": "0s", "group": "{{groups}}" }""";
}
