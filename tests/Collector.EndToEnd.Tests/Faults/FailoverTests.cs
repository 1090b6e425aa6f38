namespace Collector.EndToEnd.Tests;

/// <summary>Two real carbons, of which the second stands in for the first.</summary>
[Category("Faults")]
[NotInParallel("ring")]
public sealed class FailoverTests
{
    [Test]
    public async Task The_second_receiver_gets_everything_while_the_first_is_down_and_nothing_once_it_is_back()
    {
        await using CarbonCache first = await CarbonCache.Start();
        await using CarbonCache second = await CarbonCache.Start();
        await using MeasuredRun run = new MeasuredRun(
            $"graphite://127.0.0.1:{first.Port},127.0.0.1:{second.Port}?rotate=4s", lines: 200).Start();
        await run.More(3);
        await run.Truth.WholeIn(first);
        string[] beforehand = second.Metrics();

        await first.Stop();
        await Task.Delay(TimeSpan.FromSeconds(Soak.Of(6, 20)));
        IReadOnlyList<Point> during = run.Truth.Points;
        await LineTruth.WholeIn(second, during);

        await first.StartAgain();
        await run.Until("it is back at the first", () => Connections(run, first) == 2);
        long back = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        await run.More(6);
        await run.Truth.WholeIn(first);
        await run.Stop();
        await run.Truth.WholeIn(first, seconds: 10);

        await Assert.That(beforehand).IsEmpty();
        await Assert.That(Connections(run, second)).IsEqualTo(1);
        Point[] late = [.. run.Truth.Points.Where(point => point.Stamp > back + 1)];
        await Assert.That(late).IsNotEmpty();
        await Assert.That(second.Missing(late).Length).IsEqualTo(late.Length);
    }

    /// <summary>How often it has said that it is connected to somebody.</summary>
    private static int Connections(MeasuredRun run, CarbonCache carbon) => run.Said.Count(
        line => line.Contains("connected", StringComparison.Ordinal) && line.Contains($" to 127.0.0.1:{carbon.Port}", StringComparison.Ordinal));
}
