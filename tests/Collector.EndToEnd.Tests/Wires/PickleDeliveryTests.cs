namespace Collector.EndToEnd.Tests;

/// <summary>Real carbon's pickle port; a file beside it says what there was to deliver.</summary>
public sealed class PickleDeliveryTests
{
    [Test]
    public async Task Every_point_is_in_carbon_at_its_stamp_with_its_value()
    {
        using TemporaryFolder folder = new();
        string file = folder.File("sent.txt");
        await using CarbonCache carbon = await CarbonCache.Start();
        await using ChildProcess collector = Start(carbon, file);

        await Wait.Until("eight ticks", () => Point.Stamps(file).Length >= 8);
        collector.Send(Signal.Terminate);

        await Assert.That(await collector.Exit()).IsEqualTo(0).Because(collector.Error);
        await AssertStored(carbon, Point.Read(file));
        await Assert.That(collector.Error).DoesNotContain("again");
    }

    /// <summary>Some 40,000 lines a tick: more than carbon takes in a message, and more than a connection takes at once.</summary>
    [Test]
    public async Task A_tick_of_megabytes_arrives_in_several_messages()
    {
        using TemporaryFolder folder = new();
        string file = folder.File("sent.txt");
        await using CarbonCache carbon = await CarbonCache.Start();
        await using ChildProcess collector = Start(
            carbon, file, "--group", "net_io", "--root", RecordedHost.WithInterfaces(folder, 5000));

        await Wait.Until("a tick", () => Point.Stamps(file).Length >= 1, seconds: 30);
        collector.Send(Signal.Terminate);

        await Assert.That(await collector.Exit()).IsEqualTo(0).Because(collector.Error);
        IReadOnlyList<Point> sent = Point.Read(file);
        await Wait.Until("carbon has all", () => carbon.Metrics().Length == sent.Select(static point => point.Path).Distinct().Count(), seconds: 60);
        await AssertStored(carbon, sent);
    }

    private static async Task AssertStored(CarbonCache carbon, IReadOnlyList<Point> sent)
    {
        await Wait.Until("carbon stores the last tick", () => carbon.Missing(sent).Length == 0, seconds: 30);
        await Assert.That(carbon.Metrics().SelectMany(metric => carbon.Read(metric)).Count()).IsEqualTo(sent.Count);
    }

    private static ChildProcess Start(CarbonCache carbon, string file, params string[] more) => PublishedCollector.Start([
        "run", "--to", $"graphite+pickle://127.0.0.1:{carbon.PicklePort}?rotate=2s", "--to", $"file://{file}",
        "--interval", more.Length > 0 ? "10s" : "1s", "--host", "h", "--prefix", "p.", "--phase", "0s", .. more,
    ]);
}
