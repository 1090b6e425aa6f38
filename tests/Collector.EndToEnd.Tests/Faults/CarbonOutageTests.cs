namespace Collector.EndToEnd.Tests;

/// <summary>
/// A real carbon that goes away and comes back, however it goes. What it had read and not yet stored dies with it:
/// that is what the window of acknowledged lines is for.
/// </summary>
[Category("Faults")]
public sealed class CarbonOutageTests
{
    /// <summary>Many connections end in order in the time of a test.</summary>
    private const string Often = "rotate=3s";

    private static int OutageSeconds => Soak.Of(4, 30);

    private static int Rounds => Soak.Of(1, 10);

    [Test]
    public async Task Carbon_that_is_stopped_and_started_again_misses_no_point()
    {
        await using Outage outage = await Outage.Begin(lines: 200, Often);
        for (int round = 0; round < Rounds; round++)
        {
            await outage.Carbon.Stop();
            await Task.Delay(TimeSpan.FromSeconds(OutageSeconds));
            await outage.Carbon.StartAgain();
            await outage.Run.More(Soak.Of(4, 15));
        }

        await outage.AssertNothingIsLost();
    }

    /// <summary>Thousands of lines a tick, so that it dies with some of them read and some of them stored.</summary>
    [Test]
    public async Task Carbon_that_is_killed_under_load_misses_no_point()
    {
        await using Outage outage = await Outage.Begin(lines: 2000, Often);
        for (int round = 0; round < Rounds; round++)
        {
            await outage.Carbon.Kill();
            await Task.Delay(TimeSpan.FromSeconds(OutageSeconds));
            await outage.Carbon.StartAgain();
            await outage.Run.More(Soak.Of(4, 15));
        }

        await outage.AssertNothingIsLost();
    }

    /// <summary>Acknowledged a moment ago, and lost a moment later with the receiver's memory.</summary>
    [Test]
    public async Task What_carbon_had_acknowledged_and_not_stored_is_sent_again()
    {
        await using Outage outage = await Outage.Begin(lines: 2000, "rotate=1s");
        for (int round = 0; round < Soak.Of(3, 30); round++)
        {
            await outage.Carbon.Kill();
            await outage.Carbon.StartAgain();
            await outage.Run.More(3);
        }

        await outage.AssertNothingIsLost();
    }

    [Test]
    public async Task Carbon_that_stands_still_for_a_while_misses_no_point_and_memory_stays_bounded()
    {
        await using Outage outage = await Outage.Begin(lines: 2000, Often, "--queue-size", "8MiB");
        long before = outage.Run.Memory;
        outage.Carbon.Pause();
        await Task.Delay(TimeSpan.FromSeconds(Soak.Of(8, 30)));
        long during = outage.Run.Memory;
        outage.Carbon.GoOn();
        await outage.Run.More(4);
        long after = outage.Run.Memory;

        await Assert.That(during - before).IsLessThan(10 << 20);
        await Assert.That(after - before).IsLessThan(10 << 20);
        await outage.AssertNothingIsLost();
    }
}
