namespace Collector.EndToEnd.Tests;

/// <summary>The real collectd and this collector measure one host side by side, into one carbon.</summary>
public sealed class CollectdParityTests
{
    private const string OurPrefix = "ours.";
    private const int Seconds = 30;

    /// <summary>Fewer pairs of values say little; all but a few of the ticks are there.</summary>
    private const int Enough = Seconds / CollectdSeries.Interval * 2 / 3;

    /// <summary>Alone: two samplings of what other tests start and end do not agree.</summary>
    [Test]
    [NotInParallel]
    public async Task Paths_and_values_are_those_of_collectd()
    {
        await using CarbonCache carbon = await CarbonCache.Start();
        await Measure(carbon);

        SortedSet<string> ours = Paths(carbon, OurPrefix);
        SortedSet<string> theirs = Paths(carbon, CollectdDaemon.Prefix);
        string onlyTheirs = Listed(theirs.Except(ours));
        string onlyOurs = Listed(ours.Except(theirs)
            .Where(path => !CollectdSeries.IsNotBegun(path, other => Read(carbon, OurPrefix, other).Values)));
        string disagreements = Listed(ours.Intersect(theirs)
            .Select(path => (Path: path, Wrong: Disagreement(carbon, path)))
            .Where(static series => series.Wrong is not null)
            .Select(static series => $"{series.Path}: {series.Wrong}"));
        Console.WriteLine($"""
            {ours.Count} paths of ours, {theirs.Count} of collectd.
            Only collectd has: {onlyTheirs}
            Only we have: {onlyOurs}
            Different: {disagreements}
            """);

        await Assert.That(onlyTheirs).IsEqualTo("nothing");
        await Assert.That(onlyOurs).IsEqualTo("nothing");
        await Assert.That(disagreements).IsEqualTo("nothing");
        await Assert.That(ours.Intersect(theirs)).Contains("cpu-0.cpu-user");
    }

    private static string? Disagreement(CarbonCache carbon, string path)
    {
        PairedSeries series = new(Read(carbon, OurPrefix, path), Read(carbon, CollectdDaemon.Prefix, path), CollectdSeries.Interval);
        if (series.Count < (CollectdSeries.BeginsLate(path) ? 1 : Enough))
        {
            return CollectdSeries.BeginsLate(path) ? null : $"only {series.Count} values of both";
        }

        return series.Disagreement(CollectdSeries.ToleranceOf(path));
    }

    /// <summary>Runs both for a while, with something to measure, and leaves carbon time to store it.</summary>
    private static async Task Measure(CarbonCache carbon)
    {
        using TemporaryFolder folder = new();
        await using CollectdDaemon collectd = new(carbon.Port, CollectdSeries.Interval);
        await using ChildProcess collector = PublishedCollector.Start(
            "run", "--to", $"graphite://127.0.0.1:{carbon.Port}?names=collectd&prefix={OurPrefix}", "--host", CollectdDaemon.Host,
            "--interval", $"{CollectdSeries.Interval}s", "--all");
        await KeepDiskBusy(folder, TimeSpan.FromSeconds(Seconds));
        collector.Send(Signal.Terminate);
        await collector.Exit();
        await collectd.Stop();

        // Its writer sleeps for a second at a time; that the last values were not compared would be no harm.
        await Task.Delay(TimeSpan.FromSeconds(2));
    }

    /// <summary>Writes through to the disk, a block at a time, so that requests of it can be seen.</summary>
    private static async Task KeepDiskBusy(TemporaryFolder folder, TimeSpan time)
    {
        byte[] block = new byte[4096];
        using FileStream file = new(
            folder.File("block"), FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0, FileOptions.WriteThrough);
        for (long end = Environment.TickCount64 + (long)time.TotalMilliseconds; Environment.TickCount64 < end;)
        {
            file.Position = 0;
            await file.WriteAsync(block);
            await Task.Delay(10);
        }
    }

    private static SortedSet<string> Paths(CarbonCache carbon, string prefix) => new(
        carbon.Metrics()
            .Where(path => path.StartsWith(prefix, StringComparison.Ordinal))
            .Select(path => path[$"{prefix}{CollectdDaemon.Host}.".Length..]),
        StringComparer.Ordinal);

    private static IReadOnlyDictionary<long, double> Read(CarbonCache carbon, string prefix, string path) =>
        carbon.Read($"{prefix}{CollectdDaemon.Host}.{path}");

    private static string Listed(IEnumerable<string> items) =>
        string.Join('\n', items.DefaultIfEmpty("nothing"));
}
