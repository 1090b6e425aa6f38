namespace Collector.EndToEnd.Tests;

/// <summary>After an outage: what waited comes oldest first and not all at once, and what is measured meanwhile comes in time.</summary>
[Category("Faults")]
public sealed class BacklogTests
{
    [Test]
    public async Task A_backlog_is_paced_and_live_lines_come_in_time_meanwhile()
    {
        int outage = Soak.Of(12, 300);
        int pace = Soak.Of(2, 20);
        int port = Ports.Free();
        await using MeasuredRun run = new MeasuredRun($"graphite://127.0.0.1:{port}?pace={pace}", lines: 400).Start();
        await run.More(outage);

        using GraphiteSink sink = new(port);
        await run.Until("the backlog begins", () => sink.Audit.Count > 0, seconds: 60);
        long begin = sink.Audit.Arrivals[0].Time;
        string[] backlog = [.. run.Truth.Points.Where(point => point.Stamp < (begin / 1000) - 1).Select(static point => point.Line)];
        await run.Until("the backlog has arrived", () => !backlog.Except(sink.Audit.Distinct).Any(), outage + 30);
        await run.More(1);

        Arrival[] late = [.. sink.Audit.Arrivals.Where(arrival => arrival.Stamp < (begin / 1000) - 1)];
        double seconds = (late[^1].Time - begin) / 1000.0;
        double expected = backlog.Length / (double)(run.Lines * pace);
        await Assert.That(seconds).IsBetween(expected * 0.5, (expected * 1.6) + 1);
        await Assert.That(late.Select(static arrival => arrival.Stamp)).IsInOrder();
        await Assert.That(sink.Audit.Late(milliseconds: 1500).Where(stamp => stamp > (begin / 1000) + 1)).IsEmpty();
        await run.Stop();
    }

    [Test]
    public async Task A_day_without_a_receiver_takes_bounded_disk_and_the_newest_lines_remain()
    {
        const int QuotaBytes = 1 << 20;
        const double Fast = 1000;
        const double Slow = 50;
        int ticks = Soak.Of(900, 8640);
        int port = Ports.Free();
        using TemporaryFolder folder = new();
        using ShimmedClock clock = await ShimmedClock.Build();
        SpooledLines spool = new(folder.File("spool"));
        await using MeasuredRun run = new MeasuredRun(
            $"graphite://127.0.0.1:{port}", lines: 100, [.. spool.Arguments, "--spool-size", "1MiB"]) { Clock = clock, Interval = "10s" }.Start();

        await run.Until("the first tick", () => run.Truth.Newest > 0);
        long end = run.Truth.Newest + (ticks * 10);
        clock.Set(0, Fast);
        long most = 0;
        await run.Until("the day is over", () =>
        {
            most = Math.Max(most, spool.Bytes);
            return run.Truth.Newest >= end;
        }, seconds: ticks / 10);
        clock.Set(0, Slow);

        // The oldest go while the files are read, and the newest tick may be half written.
        string[] kept = [];
        await run.Until("two readings of the spool agree", () =>
        {
            string[] before = kept;
            kept = spool.Lines;
            return kept.SequenceEqual(before);
        });
        long newest = Stamp(kept[^1]) - 1;
        kept = [.. kept.Where(line => Stamp(line) <= newest)];
        string[] newestMeasured = [.. run.Truth.Points.Where(point => point.Stamp <= newest).TakeLast(kept.Length)
            .Select(static point => point.Line)];
        using GraphiteSink sink = new(port);
        await run.Until("what was kept arrives", () => sink.Audit.Has(kept[^1]), seconds: 120);
        clock.Set(0);
        await run.Stop();

        // Some of it was still dropped before the receiver was found to be there again.
        Arrival[] replayed = [.. sink.Audit.Arrivals.Where(arrival => arrival.Stamp <= newest)];
        string[] dropped = [.. kept.Except(sink.Audit.Distinct)];

        await Assert.That(most).IsBetween(QuotaBytes / 2, QuotaBytes + (64 << 10));
        await Assert.That(kept.SequenceEqual(newestMeasured)).IsTrue();
        await Assert.That(sink.Audit.Malformed).IsEmpty();
        await Assert.That(kept.Take(dropped.Length).SequenceEqual(dropped)).IsTrue();
        await Assert.That(dropped.Length).IsLessThan(kept.Length / 5);
        await Assert.That(replayed.Select(static arrival => arrival.Stamp)).IsInOrder();
        double backlogSeconds = kept.Length / run.Lines * 10;
        await Assert.That((replayed[^1].Time - replayed[0].Time) / 1000.0 * Slow).IsGreaterThan(backlogSeconds / 20 * 0.5);
    }

    private static long Stamp(string line) => long.Parse(line.AsSpan(line.LastIndexOf(' ') + 1), System.Globalization.CultureInfo.InvariantCulture);
}
