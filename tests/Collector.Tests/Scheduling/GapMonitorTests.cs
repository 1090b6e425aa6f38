using Collector.Scheduling;
using Collector.Tests.Logging;

namespace Collector.Tests.Scheduling;

public sealed class GapMonitorTests
{
    private const long Second = 1_000_000_000;
    private const long Start = 1_700_000_000 * Second;

    private readonly List<string> _log = [];
    private readonly GapMonitor _monitor;
    private readonly TickClock _clock = new(TimeSpan.FromSeconds(10));

    public GapMonitorTests()
    {
        _monitor = new(LoggedLines.To(_log));
        Look(0, 0);
    }

    [Test]
    public async Task Ticks_that_follow_each_other_are_nothing_to_tell()
    {
        Look(10, 10);
        Look(15, 15);

        await Assert.That(_log).IsEmpty();
        await Assert.That(_monitor.MissedTicks).IsEqualTo(0);
    }

    [Test]
    public async Task A_clock_that_is_set_ahead_is_told_with_what_did_not_happen()
    {
        Look(3_610, 10);

        await Assert.That(_log.Single())
            .IsEqualTo("the clock was set 3600 s ahead, or the host slept; going on from the new time, 360 ticks did not happen");
        await Assert.That(_monitor.MissedTicks).IsEqualTo(360);
    }

    [Test]
    public async Task A_clock_that_is_set_back_over_stamps_that_were_sent_says_when_they_go_on_and_that_they_do()
    {
        Look(10, 10);
        Look(20, 20);
        Look(5, 25);
        Look(15, 35);
        Look(30, 50);
        Look(40, 60);

        await Assert.That(string.Join('|', _log)).IsEqualTo(
            "the clock was set 20 s back, to a time whose stamps were sent; nothing is sent until it is past them, at 2023-11-14 22:13:50Z"
            + "|the clock is past the time stamps that were sent, and they go on; 2 ticks did not happen");
    }

    [Test]
    public async Task A_clock_that_is_set_back_to_times_without_stamps_goes_on_there()
    {
        Look(-3_590, 10);

        await Assert.That(_log.Single()).IsEqualTo("the clock was set 3600 s back; going on from the new time");
        await Assert.That(_monitor.MissedTicks).IsEqualTo(0);
    }

    [Test]
    public async Task A_clock_that_comes_again_upon_stamps_that_were_sent_says_so()
    {
        Look(10, 10);
        Look(-10, 20);
        Look(0, 30);
        Look(10, 40);
        Look(20, 50);

        await Assert.That(string.Join('|', _log[1..])).IsEqualTo(
            "the clock has come to a time whose stamps were sent before it was set back; nothing is sent until it is past them, at 2023-11-14 22:13:40Z"
            + "|the clock is past the time stamps that were sent, and they go on; 2 ticks did not happen");
    }

    [Test]
    public async Task A_process_that_stood_still_says_for_how_long()
    {
        Look(25, 25);

        await Assert.That(_log.Single()).IsEqualTo(
            "the process, or the host, stood still or was too slow: a tick comes 10 s late, and 1 tick did not happen");
    }

    [Test]
    public async Task A_host_that_is_always_too_slow_says_so_once_a_minute_and_counts_all()
    {
        for (int time = 20; time <= 100; time += 20)
        {
            Look(time, time);
        }

        await Assert.That(_log.Count).IsEqualTo(2);
        await Assert.That(_log[1]).EndsWith("3 ticks did not happen");
        await Assert.That(_monitor.MissedTicks).IsEqualTo(5);
    }

    [Test]
    public async Task Less_than_a_second_is_counted_and_not_told()
    {
        TickClock clock = new(TimeSpan.FromMilliseconds(10));
        Look(clock, 0, 0);
        Look(clock, 0.5, 0.5);

        await Assert.That(_log).IsEmpty();
        await Assert.That(_monitor.MissedTicks).IsEqualTo(49);
    }

    /// <summary>Looks at the clocks so many seconds after the beginning.</summary>
    private void Look(double wall, double monotonic) => Look(_clock, wall, monotonic);

    private void Look(TickClock clock, double wall, double monotonic)
    {
        long now = (long)(monotonic * Second);
        long? stamp = clock.Next(Start + (long)(wall * Second), now);
        _monitor.Report(clock, stamp is not null, now);
    }
}
