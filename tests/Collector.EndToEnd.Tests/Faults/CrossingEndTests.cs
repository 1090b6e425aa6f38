namespace Collector.EndToEnd.Tests;

/// <summary>
/// A receiver that ends a connection by itself in the moment in which the collector ends it: what it sends is no answer,
/// for it has not read what is still under way.
/// </summary>
[Category("Faults")]
public sealed class CrossingEndTests
{
    /// <summary>Prints its port, then every line that it is sent. A signal makes it end all connections that there are.</summary>
    private const string Receiver = $"""
        import signal, socket, threading
        s = socket.create_server(('{TwoHosts.ReceiverAddress}', 0))
        print(s.getsockname()[1], flush=True)
        connections = []
        def end(*_):
            while connections:
                connections.pop().shutdown(socket.SHUT_RDWR)
        signal.signal(signal.SIGUSR1, end)
        def read(c):
            try:
                for line in c.makefile():
                    if line.endswith('\n'):
                        print(line, end='', flush=True)
                c.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
        while True:
            c = s.accept()[0]
            connections.append(c)
            threading.Thread(target=read, args=(c,), daemon=True).start()
        """;

    [Test]
    public async Task An_end_that_crosses_ours_acknowledges_nothing()
    {
        Skip.Unless(TwoHosts.CanBe, "Network namespaces take root and iproute2.");
        using TemporaryFolder folder = new();
        using AdvancingHost host = new(folder, lines: 200);
        LineTruth truth = new(folder.File("sent.txt"));
        using TwoHosts hosts = new();
        await using ChildProcess receiver = hosts.StartOnReceiver("/usr/bin/python3", "-c", Receiver);
        await Wait.Until("the receiver's port", () => receiver.Output.Contains('\n'));
        await using ChildProcess collector = hosts.StartOnSender(PublishedCollector.Path, [
            "run", "--to", $"graphite://{TwoHosts.ReceiverAddress}:{receiver.Output.Split('\n')[0]}?rotate=5s", .. truth.Arguments,
            "--root", host.Root, "--group", "net_io", "--interval", "1s", "--host", "h", "--prefix", "p.", "--phase", "0s",
        ]);
        await Wait.Until("a tick arrives", () => Arrived(receiver).Length >= host.Lines);

        // A tick of nine kilobytes is under way for seconds; the connection is ended meanwhile, and its end waits behind it.
        await Task.Delay(TimeSpan.FromSeconds(3));
        hosts.Trickle(true);
        await Task.Delay(TimeSpan.FromSeconds(3));
        receiver.Send(Signal.User1);
        await Task.Delay(TimeSpan.FromSeconds(1));
        hosts.Trickle(false);

        long until = truth.Newest + 3;
        await Wait.Until("three more ticks", () => truth.Newest >= until);
        string[] measured = truth.Lines;
        await Wait.Until($"every line arrives; the collector says: {collector.Error}", () => !measured.Except(Arrived(receiver)).Any(), seconds: 30);
    }

    private static string[] Arrived(ChildProcess receiver) =>
        [.. receiver.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)];
}
