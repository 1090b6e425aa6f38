namespace Collector.EndToEnd.Tests;

/// <summary>
/// Several real carbons that each have a share of the series. Who has which is decided by carbon's own relay: a host that
/// goes through one and a host that does not have to end up in the same stores.
/// </summary>
[Category("Faults")]
[NotInParallel("ring")]
public sealed class RingTests
{
    private const int Series = 400;

    private static int OutageSeconds => Soak.Of(6, 20);

    [Test]
    [Arguments(1)]
    [Arguments(2)]
    public async Task Each_store_has_what_a_real_carbon_relay_would_have_put_there(int replicas)
    {
        await using CarbonCluster ours = await CarbonCluster.Start();
        await using MeasuredRun run = Start(ours, replicas);
        await run.More(4);
        await run.Stop();
        string[] lines = run.Truth.Lines;
        await Wait.Until("everything is stored", () => ours.Count >= lines.Length * replicas);

        await using CarbonCluster theirs = await CarbonCluster.Start();
        await using CarbonRelay relay = await CarbonRelay.Start(theirs, replicas);
        await relay.Push(lines);
        await Wait.Until("the relay's share is stored", () => theirs.Count >= lines.Length * replicas);

        await Assert.That(ours.Nodes.Sum(static node => node.Metrics().Length)).IsEqualTo(Series * replicas);
        foreach ((CarbonCache our, CarbonCache their) in ours.Nodes.Zip(theirs.Nodes))
        {
            await Assert.That(our.Metrics()).IsNotEmpty();
            await Assert.That(our.Metrics().SequenceEqual(their.Metrics(), StringComparer.Ordinal)).IsTrue()
                .Because($"{our.Instance} lacks {Difference(their, our)}, and has {Difference(our, their)} too many");
            await Assert.That(our.Missing(PointsOf(their, lines))).IsEmpty();
            await Assert.That(their.Missing(PointsOf(their, lines))).IsEmpty();
        }
    }

    [Test]
    [Arguments(Signal.Terminate)]
    [Arguments(Signal.Kill)]
    public async Task While_a_node_is_down_its_copies_are_elsewhere_and_it_gets_its_share_afterwards(Signal signal)
    {
        using TemporaryFolder folder = new();
        SpooledLines spool = new(folder.File("spool"));
        await using CarbonCluster cluster = await CarbonCluster.Start();
        await using MeasuredRun run = Start(cluster, replicas: 2, spool.Arguments);
        await run.More(3);
        await run.Until("every series is stored twice", () => cluster.Nodes.Sum(static node => node.Metrics().Length) >= 2 * Series);
        string[][] shares = [.. cluster.Nodes.Select(static node => node.Metrics())];

        CarbonCache down = cluster.Nodes[1];
        await (signal == Signal.Kill ? down.Kill() : down.Stop());
        await Task.Delay(TimeSpan.FromSeconds(OutageSeconds));
        IReadOnlyList<Point> during = run.Truth.Points;
        await run.Until("the other nodes have everything", () => cluster.Missing(during).Length == 0);
        Point[] owed = down.Missing(during.Where(point => shares[1].Contains(point.Path)));
        string[] waiting = spool.Lines;

        await down.StartAgain();
        await run.More(3);
        IReadOnlyList<Point> after = run.Truth.Points;
        await AssertShares(cluster, shares, after, seconds: 60);
        await run.Stop();
        await AssertShares(cluster, shares, run.Truth.Points, seconds: 10);

        await Assert.That(shares.Sum(static share => share.Length)).IsEqualTo(2 * Series);
        await Assert.That(owed.Select(static point => point.Stamp).Distinct().Count()).IsGreaterThanOrEqualTo(OutageSeconds - 2);
        await Assert.That(owed.Select(static point => point.Line).Except(waiting)).IsEmpty();
        await Assert.That(cluster.Missing(run.Truth.Points)).IsEmpty();
        await Assert.That(Directory.GetDirectories(spool.Path).Length).IsEqualTo(3);
        await Assert.That(Ticks.LeftOut([.. run.Truth.Points.Select(static point => point.Stamp).Distinct()])).IsLessThanOrEqualTo(Ticks.Bearable);
        await Assert.That(cluster.Nodes.Zip(shares).Where(static pair => !pair.First.Metrics().SequenceEqual(pair.Second))).IsEmpty();
    }

    private static MeasuredRun Start(CarbonCluster cluster, int replicas, params string[] arguments) => new MeasuredRun(
        $"graphite://{cluster.Addresses(static node => node.Port)}?policy=hash&diverse=false&replicas={replicas}&rotate=5s", Series, arguments).Start();

    /// <summary>Waits until each node has all points of its own series.</summary>
    private static async Task AssertShares(CarbonCluster cluster, string[][] shares, IReadOnlyList<Point> points, double seconds)
    {
        foreach ((CarbonCache node, string[] share) in cluster.Nodes.Zip(shares))
        {
            HashSet<string> own = [.. share];
            await LineTruth.WholeIn(node, [.. points.Where(point => own.Contains(point.Path))], seconds);
        }
    }

    /// <summary>The points that a node should have, by the series it has.</summary>
    private static IEnumerable<Point> PointsOf(CarbonCache node, string[] lines)
    {
        HashSet<string> own = [.. node.Metrics()];
        return Point.ParseAll(string.Join('\n', lines) + "\n").Where(point => own.Contains(point.Path));
    }

    private static string Difference(CarbonCache one, CarbonCache other) =>
        $"{one.Metrics().Except(other.Metrics()).Count()} of {one.Metrics().Length} series";
}
