using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Collector.EndToEnd.Tests;

/// <summary>A host that gets another name while it is measured, as each copy of a golden image does.</summary>
public sealed class RenameTests
{
    [Test]
    public async Task The_series_change_at_the_next_tick()
    {
        RenamedHost.SkipUnlessRoot();
        using TemporaryFolder folder = new();
        string file = folder.File("sent.txt");
        await using RenamedHost host = new("first", "--to", $"file://{file}", "--to", $"file://{folder.File("fixed.txt")}?host=fixed");
        await Wait.Until("two ticks", () => Point.Stamps(file).Length >= 2);
        await host.Rename("Second-1");
        long renamed = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        await Wait.Until("three ticks more", () => Point.Stamps(file).Count(stamp => stamp > renamed) >= 3);
        await host.Stop();

        Point[] points = [.. Point.Read(file)];
        await Assert.That(points.Where(point => point.Stamp > renamed).Select(static point => RenamedHost.NameIn(point.Path)).Distinct()).IsEquivalentTo(["second-1"]);
        await Assert.That(points.Where(point => point.Stamp < renamed).Select(static point => RenamedHost.NameIn(point.Path)).Distinct()).IsEquivalentTo(["first"]);
        await Assert.That(points.GroupBy(static point => point.Stamp).All(static tick => tick.Select(static point => RenamedHost.NameIn(point.Path)).Distinct().Count() == 1)).IsTrue();
        await Assert.That(host.Collector.Error).Contains("this host is called 'Second-1' now; lines bear that name from here on");
        await Assert.That(Point.Read(folder.File("fixed.txt")).All(static point => RenamedHost.NameIn(point.Path) == "fixed")).IsTrue();
    }

    [Test]
    public async Task Lines_in_the_spool_keep_the_name_they_were_taken_under()
    {
        RenamedHost.SkipUnlessRoot();
        using TemporaryFolder folder = new();
        string file = folder.File("sent.txt");
        int port = Ports.Free();
        await using RenamedHost host = new("first", "--to", $"graphite://127.0.0.1:{port}", "--to", $"file://{file}", "--spool", folder.File("spool"), "--phase", "0s");
        await Wait.Until("two ticks", () => Point.Stamps(file).Length >= 2);
        await host.Rename("second");
        await Wait.Until("two ticks more", () => Point.Read(file).Where(static point => RenamedHost.NameIn(point.Path) == "second").Select(static point => point.Stamp).Distinct().Count() >= 2);
        using GraphiteSink sink = new(port);
        await Wait.Until("what waited arrives", () => sink.Audit.Distinct.Any(static line => RenamedHost.NameIn(line) == "second"), seconds: 30);
        await Assert.That(await host.Stop()).IsEqualTo(0).Because(host.Collector.Error);

        string[] sent = [.. Point.Read(file).Select(static point => point.Line)];
        await Assert.That(sent.Select(RenamedHost.NameIn).Distinct()).IsEquivalentTo(["first", "second"]);
        await Assert.That(sent.Except(sink.Audit.Distinct)).IsEmpty();
        await Assert.That(sink.Audit.Distinct.Except(sent)).IsEmpty();
    }

    [Test]
    public async Task Nothing_is_sent_under_a_name_that_is_not_expected_and_all_of_it_under_the_next()
    {
        RenamedHost.SkipUnlessRoot();
        using TemporaryFolder folder = new();
        string file = folder.File("sent.txt");
        using GraphiteSink sink = new();
        using Socket statsd = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        statsd.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        long begin = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        await using RenamedHost host = new(
            "golden-7", "--to", $"graphite://127.0.0.1:{sink.Port}", "--to", $"statsd://127.0.0.1:{((IPEndPoint)statsd.LocalEndPoint!).Port}",
            "--to", $"file://{file}", "--expect-host", "!golden-*", "--phase", "0s", "--spool", folder.File("spool"));
        await host.Says("this host is called 'golden-7', which is not a name that is expected (!golden-*): lines wait in memory until it has one");
        await Task.Delay(TimeSpan.FromSeconds(4));

        await Assert.That(sink.Accepted == 0 || sink.Audit.Count == 0).IsTrue();
        await Assert.That(statsd.Available).IsEqualTo(0);
        await Assert.That(Point.Read(file)).IsEmpty();
        await Assert.That(new SpooledLines(folder.File("spool")).Lines).IsEmpty();

        // Another wrong name is none either.
        await host.Rename("golden-8");
        await host.Says("this host is called 'golden-8', which is not");
        await host.Rename("web-1");
        await host.Says("lines that waited for its name are sent under it");
        long renamed = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        await Wait.Until("two ticks more", () => Point.Stamps(file).Count(stamp => stamp > renamed) >= 2);
        await Assert.That(await host.Stop()).IsEqualTo(0).Because(host.Collector.Error);

        long[] stamps = Point.Stamps(file);
        await Assert.That(stamps[0]).IsLessThanOrEqualTo(begin + 2);
        await Assert.That(Ticks.LeftOut(stamps)).IsLessThanOrEqualTo(Ticks.Bearable);
        await Assert.That(Point.Read(file).Select(static point => RenamedHost.NameIn(point.Path)).Distinct()).IsEquivalentTo(["web-1"]);
        string[] sent = [.. Point.Read(file).Select(static point => point.Line)];
        await Assert.That(sent.Except(sink.Audit.Distinct)).IsEmpty();
        await Assert.That(sink.Audit.Distinct.Except(sent)).IsEmpty();
        await Assert.That(Datagrams(statsd)).StartsWith("p.web-1.").And.DoesNotContain("golden").And.DoesNotContain("unnamed");
        await Assert.That(host.Collector.Error).Contains("dropped: 0, not delivered: 0");
    }

    [Test]
    public async Task Without_a_name_of_its_own_a_host_sends_nothing_and_says_how_much_that_was()
    {
        RenamedHost.SkipUnlessRoot();
        using TemporaryFolder folder = new();
        using GraphiteSink sink = new();
        await using RenamedHost host = new(
            "golden-7", "--to", $"graphite://127.0.0.1:{sink.Port}", "--to", $"file://{folder.File("sent.txt")}?host=known", "--expect-host", "!golden-*");
        await Wait.Until("two ticks", () => Point.Stamps(folder.File("sent.txt")).Length >= 2);
        int exitCode = await host.Stop();
        int lines = Point.Read(folder.File("sent.txt")).Count;

        await Assert.That(exitCode).IsEqualTo(69);
        await Assert.That(sink.Audit.Count).IsEqualTo(0);
        await Assert.That(host.Collector.Error).Contains($"{lines} lines waited for this host's name in vain, and are lost\n")
            .And.Contains($"lines sent: {lines}, dropped: 0, not delivered: {lines}\n");
    }

    [Test]
    public async Task What_waits_for_a_name_goes_on_waiting_when_the_configuration_is_read_again()
    {
        RenamedHost.SkipUnlessRoot();
        using TemporaryFolder folder = new();
        string file = folder.File("sent.txt");
        string settings = folder.Write("collector.json", """{ "expect-host": ["!golden-*"] }""");
        long begin = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        await using RenamedHost host = new("golden-7", "--to", $"file://{file}", "--config", settings);
        await Task.Delay(TimeSpan.FromSeconds(3));

        // Once it is not expected yet, and once it is after all.
        folder.Write("collector.json", """{ "expect-host": ["!golden-*"], "ports": ["tcp:1"] }""");
        host.Collector.Send(Signal.HangUp);
        await host.Says("the configuration was read again");
        await Task.Delay(TimeSpan.FromSeconds(2));
        await Assert.That(Point.Read(file)).IsEmpty();
        folder.Write("collector.json", """{ "expect-host": ["golden-*"] }""");
        host.Collector.Send(Signal.HangUp);
        await Wait.Until("lines arrive", () => Point.Stamps(file).Length > 5);
        await Assert.That(await host.Stop()).IsEqualTo(0).Because(host.Collector.Error);

        await Assert.That(Point.Stamps(file)[0]).IsLessThanOrEqualTo(begin + 2);
        await Assert.That(Ticks.LeftOut(Point.Stamps(file))).IsLessThanOrEqualTo(Ticks.Bearable);
        await Assert.That(host.Collector.Error).Contains("this host is called 'golden-7' now; ").And.Contains("dropped: 0, not delivered: 0");
    }

    private static string Datagrams(Socket socket)
    {
        StringBuilder text = new();
        byte[] buffer = new byte[65536];
        while (socket.Available > 0)
        {
            text.Append(Encoding.UTF8.GetString(buffer, 0, socket.Receive(buffer)));
        }

        return text.ToString();
    }
}
