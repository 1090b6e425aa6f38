namespace Collector.EndToEnd.Tests;

/// <summary>The collector itself dies, at any moment. What its spool has is not lost, and no half of a line is ever sent.</summary>
[Category("Faults")]
public sealed class CollectorKilledTests
{
    private const double ShortestLife = 0.005;
    private const double LongestLife = 2.2;

    [Test]
    public async Task A_collector_that_is_killed_at_random_moments_loses_nothing_of_its_spool()
    {
        using TemporaryFolder folder = new();
        SpooledLines spool = new(folder.File("spool"));
        await using CarbonCache carbon = await CarbonCache.Start();
        using FaultyProxy proxy = new(carbon.Port);
        Random random = new(Soak.Seed);
        await using MeasuredRun run = new MeasuredRun(
            $"graphite://127.0.0.1:{proxy.Port}?rotate=1s", lines: 400, spool.Arguments).Start();
        HashSet<string> left = [];
        for (int round = 0; round < Soak.Of(12, 100); round++)
        {
            // Some moments are while it looks through what the one before it left.
            double life = round % 4 == 3 ? ShortestLife + (random.NextDouble() * 0.1) : ShortestLife + (random.NextDouble() * LongestLife);
            await Task.Delay(TimeSpan.FromSeconds(life));
            await run.Kill();
            left.UnionWith(spool.Lines);
            run.Start();
        }

        await run.More(3);

        // Several processes may have measured one second: which of its values arrives last is chance.
        left.UnionWith(spool.Lines);
        await LineTruth.WholeIn(carbon, [.. Point.ParseAll(string.Join('\n', left) + "\n"), .. run.Truth.Points], seconds: 80);
        await run.Stop();

        await Assert.That(proxy.Audit.Malformed).IsEmpty();
        await Assert.That(left.Count).IsGreaterThan(run.Lines);
    }

    /// <summary>Nobody listens while it dies again and again, so that all it has is what it finds on the disk.</summary>
    [Test]
    public async Task Lines_of_many_short_lives_wait_on_the_disk_until_somebody_listens()
    {
        using TemporaryFolder folder = new();
        SpooledLines spool = new(folder.File("spool"));
        int port = Ports.Free();
        Random random = new(Soak.Seed);
        await using MeasuredRun run = new MeasuredRun($"graphite://127.0.0.1:{port}?pace=0", lines: 80, spool.Arguments).Start();
        for (int round = 0; round < Soak.Of(6, 50); round++)
        {
            await Task.Delay(TimeSpan.FromSeconds(ShortestLife + (random.NextDouble() * LongestLife)));
            await run.Kill();
            run.Start();
        }

        await run.More(2);
        using GraphiteSink sink = new(port);
        await run.More(1);
        string[] measured = run.Truth.Lines;
        await run.Until("every line arrives", () => !measured.Except(sink.Audit.Distinct).Any(), seconds: 60);
        await run.Stop();

        await Assert.That(sink.Audit.Malformed).IsEmpty();
        await Assert.That(run.Truth.Lines.Except(sink.Audit.Distinct)).IsEmpty();
    }
}
