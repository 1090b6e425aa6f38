namespace Collector.EndToEnd.Tests;

/// <summary>Nobody can reach a collector that was not asked to listen.</summary>
public sealed class NoListenerTests
{
    private const string Listening = "0A";
    private const string Unconnected = "07";
    private const string Nobody = ":0000";

    private static readonly string[] s_tables = ["tcp", "tcp6", "udp", "udp6"];

    [Test]
    public async Task A_run_has_no_socket_that_listens_and_tail_has()
    {
        using GraphiteSink sink = new();
        int port = Ports.Free();
        await using ChildProcess run = PublishedCollector.Start(
            "run", "--interval", "1s", "--phase", "0s", "--to", $"graphite://127.0.0.1:{sink.Port}", "--to", "statsd://127.0.0.1:8125");
        await using ChildProcess tail = PublishedCollector.Start("tail", "--graphite", $"{port}");
        await Wait.Until("lines arrive", () => sink.Audit.Count > 0);
        await Wait.Until("tail listens", () => Listeners(tail.Id).Length > 0);

        await Assert.That(Sockets(run.Id).Length).IsGreaterThan(0);
        await Assert.That(Listeners(run.Id)).IsEmpty();
    }

    /// <summary>The process's sockets that take connections, or datagrams of anybody.</summary>
    private static string[] Listeners(int process)
    {
        string[] own = Sockets(process);
        return [.. s_tables.SelectMany(table => File.ReadLines($"/proc/{process}/net/{table}").Skip(1))
            .Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields[3] == Listening || (fields[3] == Unconnected && fields[2].EndsWith(Nobody, StringComparison.Ordinal)))
            .Where(fields => own.Contains($"socket:[{fields[9]}]"))
            .Select(static fields => fields[1])];
    }

    private static string[] Sockets(int process) =>
        [.. Directory.GetFiles($"/proc/{process}/fd").Select(static file => new FileInfo(file).LinkTarget ?? "")
            .Where(static target => target.StartsWith("socket:", StringComparison.Ordinal))];
}
