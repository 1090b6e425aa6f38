namespace Collector.EndToEnd.Tests;

/// <summary>A receiver whose network goes away without a word: nothing refuses, nothing closes, nothing answers.</summary>
public sealed class DeadPeerTests
{
    /// <summary>Prints its port, then every line that it is sent, whatever connection it comes by.</summary>
    private const string Receiver = $"""
        import socket, threading
        s = socket.create_server(('{TwoHosts.ReceiverAddress}', 0))
        print(s.getsockname()[1], flush=True)
        def read(c):
            for line in c.makefile():
                print(line, end='', flush=True)
        while True:
            threading.Thread(target=read, args=(s.accept()[0],), daemon=True).start()
        """;

    [Test]
    public async Task What_a_dead_peer_never_acknowledged_reaches_it_when_it_is_back()
    {
        Skip.Unless(TwoHosts.CanBe, "Network namespaces take root and iproute2.");
        using TemporaryFolder folder = new();
        string file = folder.File("sent.txt");
        using TwoHosts hosts = new();
        await using ChildProcess receiver = hosts.StartOnReceiver("/usr/bin/python3", "-c", Receiver);
        await Wait.Until("the receiver's port", () => receiver.Output.Contains('\n'));
        string port = receiver.Output.Split('\n')[0];
        await using ChildProcess collector = hosts.StartOnSender(
            PublishedCollector.Path, "run", "--to", $"graphite://{TwoHosts.ReceiverAddress}:{port}", "--to", $"file://{file}",
            "--interval", "1s", "--group", "uptime", "--host", "h", "--prefix", "p.");
        await Wait.Until("three ticks", () => Arrived(receiver).Length >= 3);

        hosts.Plug(false);
        await Wait.Until("the collector notices", () => collector.Error.Contains("retrying", StringComparison.Ordinal), seconds: 20);
        hosts.Plug(true);
        await Wait.Until("it connects again", () => collector.Error.Contains("connected again", StringComparison.Ordinal), seconds: 40);
        collector.Send(Signal.Terminate);
        int exitCode = await collector.Exit();

        string[] sent = [.. (await File.ReadAllLinesAsync(file)).Order()];
        await Wait.Until("every line arrives", () => Arrived(receiver).SequenceEqual(sent), seconds: 5);
        await Assert.That(exitCode).IsEqualTo(0);
        await Assert.That(sent.Length).IsGreaterThan(10);
    }

    /// <summary>The lines that have arrived, each once: those of the last seconds may come twice.</summary>
    private static string[] Arrived(ChildProcess receiver) =>
        [.. receiver.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Distinct().Order()];
}
