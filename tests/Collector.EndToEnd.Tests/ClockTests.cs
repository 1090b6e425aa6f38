namespace Collector.EndToEnd.Tests;

/// <summary>What becomes of time stamps and rates when time does not go on as it should.</summary>
public sealed class ClockTests
{
    private const int Hour = 3_600;

    [Test]
    public async Task A_clock_that_steps_ahead_and_back_repeats_no_stamp_and_makes_no_rate()
    {
        using PairedFiles files = new();
        using ShimmedClock clock = await ShimmedClock.Build();
        await using ChildProcess collector = clock.Start(files.Arguments());
        await files.WaitForTicks(4);
        foreach (int offset in (int[])[Hour, 0, -Hour, 0])
        {
            clock.Set(offset);
            await files.WaitForTicks(4);
        }

        // Back over all that was sent a moment ago, beginning within it.
        long last = files.Stamps[^1];
        clock.Set(-4);
        await Wait.Until("stamps that go on", () => files.Stamps[^1] > last + 2);
        await files.WaitForTicks(3);
        collector.Send(Signal.Terminate);
        await collector.Exit();

        await Assert.That(files.Stamps).HasDistinctItems();
        await Assert.That(files.Jumps()).IsGreaterThanOrEqualTo(4);
        await Assert.That(files.FaultsOfRates()).IsEmpty();
        await Assert.That(files.FaultsOfGaps()).IsEmpty();
        await Assert.That(collector.Error).Contains("the clock was set 3600 s ahead, or the host slept; going on from the new time, ")
            .And.Contains("the clock was set 3600 s back; going on from the new time")
            .And.Contains("the clock was set 4 s back, to a time whose stamps were sent; nothing is sent until it is past them, at ")
            .And.Contains("the clock is past the time stamps that were sent, and they go on; ");
    }

    [Test]
    public async Task A_process_that_was_stopped_ticks_once_when_it_goes_on()
    {
        using PairedFiles files = new();
        await using ChildProcess collector = PublishedCollector.Start(files.Arguments());
        await AssertOneTickAfterAStop(collector, files);
    }

    /// <summary>A tick of 10 s each hundredth of one: what other tests rely on that need hours.</summary>
    [Test]
    [NotInParallel]
    public async Task Time_can_be_made_to_pass_a_thousand_times_faster()
    {
        using TemporaryFolder folder = new();
        string file = folder.File("sent.txt");
        using ShimmedClock clock = await ShimmedClock.Build();
        await using ChildProcess collector = clock.Start("run", "--to", $"file://{file}", "--group", "load");
        await Wait.Until("the first tick", () => Point.Stamps(file).Length > 0);
        clock.Set(0, factor: 1_000);
        await Wait.Until("ten minutes", () => Point.Stamps(file).Length > 60);
        clock.Set(0);
        long[] stamps = Point.Stamps(file);
        collector.Send(Signal.Terminate);
        await collector.Exit();

        await Assert.That(Ticks.LeftOut(stamps, 10)).IsLessThanOrEqualTo(stamps.Length / 10);
    }

    /// <summary>Stops a process for five seconds, and looks at what it sent before and after.</summary>
    internal static async Task AssertOneTickAfterAStop(ChildProcess collector, PairedFiles files)
    {
        await files.WaitForTicks(3);
        collector.Send(Signal.Stop);
        await Task.Delay(TimeSpan.FromSeconds(5));
        collector.Send(Signal.Continue);
        await files.WaitForTicks(4);
        collector.Send(Signal.Terminate);
        await collector.Exit();

        await Assert.That(files.Stamps.Zip(files.Stamps.Skip(1), static (earlier, later) => later - earlier).Max()).IsBetween(4, 7);
        await Assert.That(Ticks.LeftOut(files.Stamps)).IsEqualTo(files.MissedTicks);
        await Assert.That(files.FaultsOfRates()).IsEmpty();
        await Assert.That(files.FaultsOfGaps()).IsEmpty();
        await Assert.That(collector.Error).Contains("the process, or the host, stood still or was too slow: a tick comes ");
    }
}
