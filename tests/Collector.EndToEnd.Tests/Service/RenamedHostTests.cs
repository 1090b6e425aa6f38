using System.Diagnostics;

namespace Collector.EndToEnd.Tests.Service;

/// <summary>A host whose name changes while it is measured, in a UTS namespace of its own.</summary>
public sealed class RenamedHostTests
{
    [Test]
    public async Task Series_switch_at_the_next_tick_and_what_waits_in_the_spool_keeps_the_old_name()
    {
        using TemporaryFolder folder = new();
        int port = Ports.Free();
        string sent = folder.File("sent.txt");
        await using ChildProcess collector = Start(
            "before", "--to", $"graphite://127.0.0.1:{port}", "--to", $"file://{sent}", "--spool", folder.File("spool"));
        await Wait.Until("two ticks", () => Point.Stamps(sent).Length >= 2);
        await Rename(collector, "After");
        await Wait.Until("the new name", () => Hosts(sent).Length == 2);
        using GraphiteSink sink = new(port);
        await Wait.Until("lines arrive", () => sink.Audit.Count > 0, seconds: 40);
        collector.Send(Signal.Terminate);
        await collector.Exit();

        await Assert.That(Hosts(sent)).IsEquivalentTo(["before", "after"]);
        await Assert.That(File.ReadAllLines(sent).Except(sink.Audit.Distinct)).IsEmpty();
        await Assert.That(collector.Error).Contains("this host is called 'After' now");
    }

    [Test]
    public async Task Nothing_is_sent_under_the_name_of_a_golden_image_and_nothing_is_lost_either()
    {
        using TemporaryFolder folder = new();
        string sent = folder.File("sent.txt");
        string statsd = folder.File("statsd.txt");
        await using ChildProcess collector = Start(
            "golden-1", "--to", $"file://{sent}", "--to", $"file://{statsd}?format=statsd", "--expect-host", "!golden-*");
        await Task.Delay(TimeSpan.FromSeconds(3.5));
        await Assert.That(Point.Read(sent).Count).IsEqualTo(0);
        long renamed = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        await Rename(collector, "web7");
        await Wait.Until("the new name", () => Point.Stamps(sent).Length >= 5);
        collector.Send(Signal.Terminate);
        await collector.Exit();

        await Assert.That(Hosts(sent)).IsEquivalentTo(["web7"]);
        await Assert.That(Point.Stamps(sent).Count(stamp => stamp < renamed)).IsGreaterThanOrEqualTo(3);
        await Assert.That(Ticks.LeftOut(Point.Stamps(sent))).IsLessThanOrEqualTo(Ticks.Bearable);
        await Assert.That(await File.ReadAllTextAsync(statsd)).Contains("collector.web7.uptime.uptime:").And.DoesNotContain("golden").And.DoesNotContain("unnamed");
    }

    [Test]
    public async Task Lines_that_waited_for_a_name_in_vain_are_counted()
    {
        using TemporaryFolder folder = new();
        string sent = folder.File("sent.txt");
        await using ChildProcess collector = Start("golden-1", "--to", $"file://{sent}", "--expect-host", "web*");
        await Wait.Until("it says why it waits", () => collector.Error.Contains("not a name that is expected (web*)", StringComparison.Ordinal));
        await Task.Delay(TimeSpan.FromSeconds(2));
        collector.Send(Signal.Terminate);

        await Assert.That(await collector.Exit()).IsEqualTo(69);
        await Assert.That(Point.Read(sent).Count).IsEqualTo(0);
        await Assert.That(collector.Error).Contains("waited for this host's name in vain, and are lost");
    }

    private static ChildProcess Start(string host, params string[] arguments) => new(PublishedCollector.StartInfo("unshare", [
        "--uts", "sh", "-c", $"hostname {host} && exec \"$@\"", "sh",
        PublishedCollector.Path, "run", "--interval", "1s", "--phase", "0s", "--group", "uptime", .. arguments,
    ]));

    private static async Task Rename(ChildProcess collector, string name)
    {
        using Process rename = Process.Start("nsenter", ["--target", $"{collector.Id}", "--uts", "hostname", name]);
        await rename.WaitForExitAsync();
    }

    private static string[] Hosts(string file) => [.. Point.Read(file).Select(static point => point.Path.Split('.')[1]).Distinct()];
}
