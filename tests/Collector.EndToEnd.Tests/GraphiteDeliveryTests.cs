using System.Net;
using System.Net.Sockets;

namespace Collector.EndToEnd.Tests;

/// <summary>Real carbon and peers that misbehave; a file beside them says what there was to deliver.</summary>
public sealed class GraphiteDeliveryTests
{
    [Test]
    public async Task Every_point_of_ten_seconds_is_in_carbon_at_its_stamp_with_its_value()
    {
        using TemporaryFolder folder = new();
        string file = folder.File("sent.txt");
        await using CarbonCache carbon = await CarbonCache.Start();
        await using ChildProcess collector = Start($"graphite://127.0.0.1:{carbon.Port}", file);

        await Wait.Until("11 ticks", () => Point.Stamps(file).Length >= 11);
        collector.Send(Signal.Terminate);
        int exitCode = await collector.Exit();

        IReadOnlyList<Point> sent = Point.Read(file);
        await Wait.Until("carbon stores the last tick", () => carbon.Missing(sent).Length == 0, seconds: 10);
        await Assert.That(exitCode).IsEqualTo(0);
        await Assert.That(carbon.Metrics()).IsEquivalentTo(sent.Select(static point => point.Path).Distinct());
        await Assert.That(carbon.Metrics().SelectMany(metric => carbon.Read(metric)).Count()).IsEqualTo(sent.Count);
        await Assert.That(Ticks.LeftOut(Point.Stamps(file))).IsLessThanOrEqualTo(Ticks.Bearable);
        await Assert.That(sent.Select(static point => point.Path)).Contains("p.h.memory.total");
    }

    [Test]
    public async Task Stamps_are_multiples_of_the_interval()
    {
        using TemporaryFolder folder = new();
        string file = folder.File("sent.txt");
        await using ChildProcess collector = PublishedCollector.Start(
            "run", "--to", $"file://{file}", "--interval", "3s", "--group", "uptime");

        await Wait.Until("three ticks", () => Point.Stamps(file).Length >= 3);
        collector.Send(Signal.Terminate);

        await Assert.That(await collector.Exit()).IsEqualTo(0);
        await Assert.That(Point.Stamps(file).Select(static stamp => stamp % 3)).ContainsOnly(static rest => rest == 0);
        await Assert.That(Ticks.LeftOut(Point.Stamps(file), interval: 3)).IsLessThanOrEqualTo(Ticks.Bearable);
    }

    [Test]
    public async Task What_is_measured_while_carbon_restarts_reaches_it_afterwards()
    {
        using TemporaryFolder folder = new();
        string file = folder.File("sent.txt");
        await using CarbonCache carbon = await CarbonCache.Start();
        await using ChildProcess collector = Start($"graphite://127.0.0.1:{carbon.Port}", file);
        await Wait.Until("four ticks", () => Point.Stamps(file).Length >= 4);

        long stopping = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        await carbon.Stop();
        long stopped = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        await Task.Delay(TimeSpan.FromSeconds(3));
        await carbon.StartAgain();
        long back = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        await Wait.Until("four more ticks", () => Point.Stamps(file)[^1] >= back + 4);
        collector.Send(Signal.Terminate);
        int exitCode = await collector.Exit();

        // What carbon had read and not yet stored died with it, although it was ended in order: its writer sleeps
        // for a second, and what reaches it while it shuts down is never stored.
        IReadOnlyList<Point> sent = Point.Read(file);
        Point[] owed = [.. sent.Where(point => point.Stamp < stopping - 1 || point.Stamp > stopped)];
        await Wait.Until("carbon stores what it was owed", () => carbon.Missing(owed).Length == 0, seconds: 10);
        await Assert.That(exitCode).IsEqualTo(0);
        await Assert.That(Ticks.LeftOut(Point.Stamps(file))).IsLessThanOrEqualTo(Ticks.Bearable);
        await Assert.That(owed.Select(static point => point.Stamp)).Contains(stopped + 1);
        await Assert.That(collector.Error).Contains($"127.0.0.1:{carbon.Port}");
    }

    [Test]
    public async Task What_is_measured_before_the_destination_comes_up_is_delivered_then()
    {
        using TemporaryFolder folder = new();
        string file = folder.File("sent.txt");
        int port = Ports.Free();
        await using ChildProcess collector = Start($"graphite://127.0.0.1:{port}", file);
        await Wait.Until("three ticks", () => Point.Stamps(file).Length >= 3);

        using LineReceiver receiver = new(port);
        await Wait.Until("a connection", () => receiver.Text.Length > 0);
        collector.Send(Signal.Terminate);

        await Assert.That(await collector.Exit()).IsEqualTo(0);
        await Wait.Until("all has arrived", () => receiver.Text.Length >= new FileInfo(file).Length, seconds: 5);
        await Assert.That(receiver.Text).IsEqualTo(await File.ReadAllTextAsync(file));
        await Assert.That(collector.Error).Contains("refused");
    }

    [Test]
    public async Task A_name_that_does_not_resolve_is_reported_and_stops_nothing_else()
    {
        using TemporaryFolder folder = new();
        string file = folder.File("sent.txt");
        await using ChildProcess collector = Start("graphite://carbon.invalid:2003", file);

        await Wait.Until("four ticks", () => Point.Stamps(file).Length >= 4);
        collector.Send(Signal.Terminate);

        await Assert.That(await collector.Exit()).IsEqualTo(69);
        await Assert.That(Ticks.LeftOut(Point.Stamps(file))).IsLessThanOrEqualTo(Ticks.Bearable);
        await Assert.That(collector.Error).Contains("carbon.invalid");
        await Assert.That(collector.Error).DoesNotContain("   at ");
    }

    [Test]
    public async Task A_peer_that_never_reads_holds_up_nothing_else()
    {
        using TemporaryFolder folder = new();
        string file = folder.File("sent.txt");
        using Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.ReceiveBufferSize = 4096;
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        int port = ((IPEndPoint)listener.LocalEndPoint!).Port;

        // More than a megabyte a tick: more than the buffers of both ends hold after a few of them.
        await using ChildProcess collector = Start(
            $"graphite://127.0.0.1:{port}", file, "--group", "net_io", "--root", RecordedHost.WithInterfaces(folder, 5000));
        await Task.Delay(TimeSpan.FromSeconds(9));
        collector.Send(Signal.Terminate);

        await Assert.That(await collector.Exit(seconds: 3)).IsEqualTo(69);
        IGrouping<long, Point>[] ticks = [.. Point.Read(file).GroupBy(static point => point.Stamp)];
        await Assert.That(ticks.Length).IsGreaterThanOrEqualTo(7);
        await Assert.That(Ticks.LeftOut([.. ticks.Select(static tick => tick.Key)])).IsLessThanOrEqualTo(Ticks.Bearable);
        await Assert.That(ticks.Select(static tick => tick.Count()).Distinct()).IsEquivalentTo([40000]);
    }

    private static ChildProcess Start(string destination, string file, params string[] more) => PublishedCollector.Start(
        ["run", "--to", destination, "--to", $"file://{file}", "--interval", "1s", "--host", "h", "--prefix", "p.", .. more]);
}
