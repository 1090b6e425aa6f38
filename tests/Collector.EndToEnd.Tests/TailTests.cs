using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Collector.EndToEnd.Tests;

/// <summary><c>collector tail</c> with real senders.</summary>
public sealed class TailTests
{
    private static readonly long s_now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    [Test]
    public async Task Good_lines_are_printed_and_bad_ones_told_with_their_place()
    {
        await using ChildProcess tail = PublishedCollector.Start("tail", "--graphite", "0");
        int port = await PortOf(tail, "Graphite");
        bool isAnswered = Send(port, $"a.b 1 {s_now}\na.b 1\na.b 2 {s_now}\r\nunfinished 1");
        using UdpClient udp = new();
        udp.Send(Encoding.ASCII.GetBytes($"u.a 3 {s_now}"), new IPEndPoint(IPAddress.Loopback, port));
        await Wait.Until("the datagram", () => tail.Output.Contains("u.a", StringComparison.Ordinal));
        tail.Send(Signal.Interrupt);

        await Assert.That(await tail.Exit()).IsEqualTo(1);
        await Assert.That(isAnswered).IsTrue();
        await Assert.That(tail.Output).IsEqualTo($"a.b 1 {s_now}\na.b 2 {s_now}\nu.a 3 {s_now}\n");
        await Assert.That(tail.Error).Contains("line 2: 'a.b 1' has no time stamp; carbon logs and skips it");
        await Assert.That(tail.Error).Contains("line 4: 'unfinished 1' has no line end");
        await Assert.That(tail.Error).Contains("Graphite: 5 lines");
    }

    [Test]
    public async Task A_run_sends_nothing_that_is_malformed()
    {
        await using ChildProcess tail = PublishedCollector.Start("tail", "--graphite", "0", "--statsd", "0", "--expect", "p.h.uptime.*");
        int graphite = await PortOf(tail, "Graphite");
        int statsd = await PortOf(tail, "StatsD");
        await using ChildProcess run = PublishedCollector.Start(
            "run", "--to", $"graphite://127.0.0.1:{graphite}", "--to", $"statsd://127.0.0.1:{statsd}", "--to", $"statsd+tcp://127.0.0.1:{statsd}",
            "--to", $"graphite+udp://127.0.0.1:{graphite}", "--interval", "1s", "--host", "h", "--prefix", "p.");
        await Wait.Until("three ticks", () => Point.ParseAll(GraphiteOf(tail)).Select(static point => point.Stamp).Distinct().Count() >= 3);
        run.Send(Signal.Terminate);
        await run.Exit();
        tail.Send(Signal.Terminate);

        await Assert.That(await tail.Exit()).IsEqualTo(0);
        await Assert.That(tail.Output).Contains("p.h.uptime.uptime:");
        await Assert.That(tail.Error).DoesNotContain("1 malformed");
    }

    [Test]
    public async Task It_ends_after_so_many_lines_and_says_when_they_do_not_come()
    {
        await using ChildProcess full = PublishedCollector.Start("tail", "--graphite", "0", "--lines", "2", "--for", "20s");
        Send(await PortOf(full, "Graphite"), $"a 1 {s_now}\nb 1 {s_now}\nc 1 {s_now}\n", waits: false);
        await using ChildProcess few = PublishedCollector.Start("tail", "--graphite", "0", "--lines", "2", "--for", "1s");
        Send(await PortOf(few, "Graphite"), $"a 1 {s_now}\n");

        await Assert.That(await full.Exit()).IsEqualTo(0);
        await Assert.That(full.Output).IsEqualTo($"a 1 {s_now}\nb 1 {s_now}\n");
        await Assert.That(await few.Exit()).IsEqualTo(3);
        await Assert.That(few.Error).Contains("1 of 2 lines came");
    }

    [Test]
    public async Task It_ends_when_nothing_comes_any_more_and_misses_what_was_expected()
    {
        await using ChildProcess tail = PublishedCollector.Start(
            "tail", "--statsd", "0", "--count", "--idle", "500ms", "--expect", "app.*", "--expect", "gone.*");
        Send(await PortOf(tail, "StatsD"), "app.requests:1|c\n");

        await Assert.That(await tail.Exit()).IsEqualTo(1);
        await Assert.That(tail.Error).Contains("'gone.*'");
        await Assert.That(tail.Error).DoesNotContain("'app.*'");
        await Assert.That(tail.Output).Contains("StatsD: 1 line, 17 bytes, 1 series, 1 connection, 0 malformed");
    }

    [Test]
    public async Task Pickles_of_Python_are_read_and_those_that_run_code_refused()
    {
        const string Script = """
            import os, pickle, socket, struct, sys
            class Evil:
                def __reduce__(self): return (os.system, ('false',))
            caller = socket.create_connection(('127.0.0.1', int(sys.argv[1])))
            for protocol in range(6):
                message = pickle.dumps([('p%d.a' % protocol, (int(sys.argv[2]), 1.5)), ('p%d.b' % protocol, (int(sys.argv[2]), 2))], protocol)
                caller.sendall(struct.pack('!L', len(message)) + message)
            message = pickle.dumps([Evil()], 2)
            caller.sendall(struct.pack('!L', len(message)) + message)
            caller.shutdown(socket.SHUT_WR)
            assert caller.recv(1) == b''
            """;
        await using ChildProcess tail = PublishedCollector.Start("tail", "--pickle", "0");
        int port = await PortOf(tail, "pickles");
        await using ChildProcess python = new(new ProcessStartInfo(
            Repository.Existing("Python", "/usr/bin/python3"), ["-c", Script, $"{port}", $"{s_now}"]));

        await Assert.That(await python.Exit()).IsEqualTo(0);
        tail.Send(Signal.Interrupt);
        await Assert.That(await tail.Exit()).IsEqualTo(1);
        await Assert.That(tail.Output).IsEqualTo(string.Concat(Enumerable.Range(0, 6).Select(static protocol =>
            $"p{protocol}.a 1.5 {s_now}\np{protocol}.b 2 {s_now}\n")));
        await Assert.That(tail.Error).Contains("refused");
    }

    [Test]
    public async Task A_port_that_is_taken_is_named()
    {
        using TcpListener other = new(IPAddress.Loopback, 0);
        other.Start();
        int port = ((IPEndPoint)other.LocalEndpoint).Port;

        CommandResult result = await PublishedCollector.Run("tail", "--graphite", $"{port}");

        await Assert.That(result.ExitCode).IsEqualTo(69);
        await Assert.That(result.Error).Contains($"127.0.0.1:{port} (TCP): another process has the port");
    }

    [Test]
    [Arguments("--graphite", "70000", "70000")]
    [Arguments("--statsd", "x", "'x'")]
    [Arguments("--bind", "nowhere", "'nowhere'")]
    [Arguments("--lines", "0", "'0'")]
    [Arguments("--for", "soon", "'soon'")]
    [Arguments("--every", "1s", "--count")]
    public async Task A_wrong_option_is_named(string option, string value, string named)
    {
        CommandResult result = await PublishedCollector.Run("tail", option, value);

        await Assert.That(result.ExitCode).IsEqualTo(64);
        await Assert.That(result.ErrorLines.Length).IsEqualTo(1);
        await Assert.That(result.Error).Contains(named);
    }

    /// <summary>The port that it says it took.</summary>
    internal static async Task<int> PortOf(ChildProcess tail, string wire)
    {
        Match match = Match.Empty;
        await Wait.Until("it listens", () => (match = Regex.Match(tail.Error, $@"{wire} on \S+:(\d+) \(")).Success);
        return int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string GraphiteOf(ChildProcess tail) =>
        string.Concat(tail.Output.Split('\n').Where(static line => line.Count(static c => c == ' ') == 2).Select(static line => $"{line}\n"));

    /// <summary>Sends over TCP and ends its side.</summary>
    /// <returns>Whether the receiver then ended its own in good order.</returns>
    private static bool Send(int port, string text, bool waits = true)
    {
        using TcpClient client = new();
        client.Connect(IPAddress.Loopback, port);
        client.Client.Send(Encoding.ASCII.GetBytes(text));
        client.Client.Shutdown(SocketShutdown.Send);
        return waits && client.Client.Receive(new byte[1]) == 0;
    }
}
