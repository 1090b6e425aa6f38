using Collector.Scheduling;

namespace Collector.Tests.Scheduling;

public sealed class TickClockTests
{
    private const long Second = 1_000_000_000;
    private const long Millisecond = 1_000_000;

    [Test]
    public async Task The_first_tick_is_at_once_and_bears_the_boundary_before()
    {
        TickClock clock = new(10);

        await Assert.That(clock.Next(1_007 * Second, 50, out _)).IsEqualTo(1_000);
        await Assert.That(clock.NextWake).IsEqualTo((3 * Second) + 50 + (Millisecond / 2));
    }

    [Test]
    public async Task Ticks_follow_the_wall_clocks_boundaries()
    {
        TickClock clock = new(10);
        List<long?> stamps = [];
        long wall = 1_007 * Second;
        long monotonic = 0;
        for (int tick = 0; tick < 4; tick++)
        {
            stamps.Add(clock.Next(wall, monotonic, out _));
            wall += clock.NextWake - monotonic;
            monotonic = clock.NextWake;
        }

        await Assert.That(string.Join(' ', stamps)).IsEqualTo("1000 1010 1020 1030");
    }

    [Test]
    public async Task A_wake_between_ticks_is_no_tick()
    {
        TickClock clock = new(10);
        clock.Next(1_000 * Second, 0, out _);

        await Assert.That(clock.Next(1_004 * Second, 4 * Second, out _)).IsNull();
        await Assert.That(clock.NextWake).IsEqualTo((10 * Second) + (Millisecond / 2));
    }

    [Test]
    public async Task A_wait_that_ends_early_is_made_up_for()
    {
        TickClock clock = new(1);
        clock.Next(1_000 * Second, 0, out _);
        long? early = clock.Next((1_001 * Second) - Millisecond, Second, out long step);

        await Assert.That(early).IsNull();
        await Assert.That(step).IsEqualTo(0);
        await Assert.That(clock.NextWake).IsEqualTo(Second + Millisecond + (Millisecond / 2));
    }

    [Test]
    public async Task A_small_step_back_across_a_boundary_repeats_no_stamp()
    {
        TickClock clock = new(10);
        clock.Next(1_000 * Second, 0, out _);
        clock.Next(1_010 * Second, 10 * Second, out _);
        long? stamp = clock.Next((1_009 * Second) + Millisecond, 10 * Second, out long step);

        await Assert.That(stamp).IsNull();
        await Assert.That(step).IsEqualTo(0);
        await Assert.That(clock.NextWake).IsEqualTo((11 * Second) - Millisecond + (Millisecond / 2));
    }

    [Test]
    [Arguments(+3_600)]
    [Arguments(-3_600)]
    public async Task A_large_step_is_told_once_and_the_ticks_go_on_from_there(int seconds)
    {
        TickClock clock = new(10);
        clock.Next(10_000 * Second, 0, out _);
        long wall = (10_010 + seconds) * Second;
        long? stamp = clock.Next(wall, 10 * Second, out long step);
        long? next = clock.Next(wall + (10 * Second), 20 * Second, out long none);

        await Assert.That(stamp).IsEqualTo(10_010 + seconds);
        await Assert.That(step).IsEqualTo(seconds * Second);
        await Assert.That(next).IsEqualTo(10_020 + seconds);
        await Assert.That(none).IsEqualTo(0);
    }

    [Test]
    public async Task A_loop_that_was_held_up_ticks_once_and_not_for_all_it_missed()
    {
        TickClock clock = new(10);
        clock.Next(1_000 * Second, 0, out _);
        long? late = clock.Next(1_057 * Second, 57 * Second, out long step);
        long? again = clock.Next(1_057 * Second, 57 * Second, out _);

        await Assert.That(late).IsEqualTo(1_050);
        await Assert.That(step).IsEqualTo(0);
        await Assert.That(again).IsNull();
    }
}
