using Collector.Scheduling;
using CsCheck;

namespace Collector.Tests.Scheduling;

public sealed class TickClockTests
{
    private const long Second = 1_000_000_000;
    private const long Millisecond = 1_000_000;

    private static readonly int[] s_intervals = [1_000, 1_500, 7_000, 10_000, 60_000];

    [Test]
    public async Task The_first_tick_is_at_once_and_bears_the_boundary_before()
    {
        TickClock clock = new(TimeSpan.FromSeconds(10));

        await Assert.That(clock.Next(1_007 * Second, 50)).IsEqualTo(1_000);
        await Assert.That(clock.NextWake).IsEqualTo((3 * Second) + 50 + (Millisecond / 2));
    }

    [Test]
    public async Task Ticks_follow_the_wall_clocks_boundaries()
    {
        TickClock clock = new(TimeSpan.FromSeconds(10));
        List<long?> stamps = [];
        long wall = 1_007 * Second;
        long monotonic = 0;
        for (int tick = 0; tick < 4; tick++)
        {
            stamps.Add(clock.Next(wall, monotonic));
            wall += clock.NextWake - monotonic;
            monotonic = clock.NextWake;
        }

        await Assert.That(string.Join(' ', stamps)).IsEqualTo("1000 1010 1020 1030");
    }

    [Test]
    public async Task A_wake_between_ticks_is_no_tick()
    {
        TickClock clock = new(TimeSpan.FromSeconds(10));
        clock.Next(1_000 * Second, 0);

        await Assert.That(clock.Next(1_004 * Second, 4 * Second)).IsNull();
        await Assert.That(clock.NextWake).IsEqualTo((10 * Second) + (Millisecond / 2));
    }

    [Test]
    public async Task A_wait_that_ends_early_is_made_up_for()
    {
        TickClock clock = new(TimeSpan.FromSeconds(1));
        clock.Next(1_000 * Second, 0);
        long? early = clock.Next((1_001 * Second) - Millisecond, Second);

        await Assert.That(early).IsNull();
        await Assert.That(clock.Step).IsEqualTo(0);
        await Assert.That(clock.NextWake).IsEqualTo(Second + Millisecond + (Millisecond / 2));
    }

    [Test]
    public async Task A_small_step_back_across_a_boundary_repeats_no_stamp()
    {
        TickClock clock = new(TimeSpan.FromSeconds(10));
        clock.Next(1_000 * Second, 0);
        clock.Next(1_010 * Second, 10 * Second);
        long? stamp = clock.Next((1_009 * Second) + Millisecond, 10 * Second);

        await Assert.That(stamp).IsNull();
        await Assert.That(clock.Step).IsEqualTo(0);
        await Assert.That(clock.NextWake).IsEqualTo((11 * Second) - Millisecond + (Millisecond / 2));
    }

    [Test]
    [Arguments(1)]
    [Arguments(10)]
    [Arguments(60)]
    public async Task A_clock_that_is_set_ahead_ticks_at_once_and_goes_on_from_there(int interval)
    {
        ClockScript script = new(interval);
        script.Run(3 * interval);
        script.Set(3_600);
        script.Run(3 * interval);

        await Assert.That(script.Stamps).IsEqualTo(Joined(interval, 0, 1, 2, 3, (3_600 / interval) + 4, (3_600 / interval) + 5, (3_600 / interval) + 6));
        await Assert.That(script.Steps).IsEqualTo("3600");
        await Assert.That(script.Gaps).IsEqualTo($"{3_600 / interval} missed, 3600 s, set");
    }

    [Test]
    [Arguments(1)]
    [Arguments(10)]
    [Arguments(60)]
    public async Task A_clock_that_is_set_back_to_a_time_before_the_run_goes_on_from_there(int interval)
    {
        ClockScript script = new(interval);
        script.Run(3 * interval);
        script.Set(-3_600);
        script.Run(3 * interval);

        await Assert.That(script.Stamps).IsEqualTo(Joined(interval, 0, 1, 2, 3, 4 - (3_600 / interval), 5 - (3_600 / interval), 6 - (3_600 / interval)));
        await Assert.That(script.Steps).IsEqualTo("-3600");
        await Assert.That(script.Gaps).IsEqualTo("0 missed, 0 s, set");
    }

    [Test]
    public async Task A_clock_that_is_set_back_over_stamps_that_were_sent_is_silent_until_it_is_past_them()
    {
        ClockScript script = new(10);
        script.Run(100);
        script.Set(-50);
        script.Run(10);
        long? goesOn = script.Clock.GoesOnAt;
        script.Run(60);

        await Assert.That(script.Stamps).IsEqualTo(Joined(10, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
        await Assert.That(script.Steps).IsEqualTo("-50");
        await Assert.That(goesOn).IsEqualTo(ClockScript.Start + 110);
        await Assert.That(script.Clock.GoesOnAt).IsNull();
        await Assert.That(script.Gaps).IsEqualTo("5 missed, 50 s, set");
    }

    [Test]
    public async Task A_clock_that_is_set_ahead_and_right_again_goes_on_where_it_was()
    {
        ClockScript script = new(10);
        script.Run(20);
        script.Set(3_600);
        script.Run(20);
        script.Set(-3_600);
        script.Run(20);

        await Assert.That(script.Stamps).IsEqualTo(Joined(10, 0, 1, 2, 363, 364, 5, 6));
        await Assert.That(script.Steps).IsEqualTo("3600 -3600");
        await Assert.That(script.Gaps).IsEqualTo("360 missed, 3600 s, set; 0 missed, 0 s, set");
    }

    [Test]
    public async Task A_clock_that_comes_again_upon_a_time_it_has_shown_is_silent_there()
    {
        ClockScript script = new(10);
        script.Run(20);
        script.Set(-40);
        script.Run(60);

        await Assert.That(script.Stamps).IsEqualTo(Joined(10, 0, 1, 2, -1, 3, 4));
        await Assert.That(script.Gaps).IsEqualTo("0 missed, 0 s, set; 3 missed, 30 s");
    }

    [Test]
    public async Task A_clock_that_is_set_back_twice_repeats_nothing()
    {
        ClockScript script = new(10);
        script.Run(30);
        script.Set(-20);
        script.Run(10);
        script.Set(-20);
        script.Run(50);

        await Assert.That(script.Stamps).IsEqualTo(Joined(10, 0, 1, 2, 3, 4, 5));
        await Assert.That(script.Steps).IsEqualTo("-20 -20");
        await Assert.That(script.Gaps).IsEqualTo("4 missed, 40 s, set");
    }

    [Test]
    public async Task A_host_that_sleeps_on_Linux_stops_its_monotonic_clock()
    {
        ClockScript script = new(10);
        script.Run(20);
        script.Sleep(wall: 3_600, monotonic: 0);
        script.Run(10);

        await Assert.That(script.Stamps).IsEqualTo(Joined(10, 0, 1, 2, 362, 363));
        await Assert.That(script.Steps).IsEqualTo("3600");
        await Assert.That(script.Gaps).IsEqualTo("359 missed, 3590 s, set");
    }

    [Test]
    public async Task A_host_that_sleeps_on_Windows_does_not()
    {
        ClockScript script = new(10);
        script.Run(20);
        script.Sleep(wall: 3_600, monotonic: 3_600);
        script.Run(10);

        await Assert.That(script.Stamps).IsEqualTo(Joined(10, 0, 1, 2, 362, 363));
        await Assert.That(script.Steps).IsEmpty();
        await Assert.That(script.Gaps).IsEqualTo("359 missed, 3590 s");
    }

    [Test]
    [Arguments(1, 5.5, 4)]
    [Arguments(10, 57, 4)]
    [Arguments(60, 125, 1)]
    public async Task A_process_that_was_held_up_ticks_once_and_not_for_all_it_missed(int interval, double seconds, int missed)
    {
        ClockScript script = new(interval);
        script.Run(2 * interval);
        script.Sleep(seconds, seconds);
        script.Run(interval);

        await Assert.That(script.Stamps).IsEqualTo(Joined(interval, 0, 1, 2, missed + 3, missed + 4));
        await Assert.That(script.Steps).IsEmpty();
        await Assert.That(script.Gaps).IsEqualTo($"{missed} missed, {missed * interval} s");
    }

    [Test]
    public async Task A_tick_that_is_late_by_less_than_an_interval_leaves_no_gap()
    {
        ClockScript script = new(10);
        script.Run(20);
        script.Sleep(19.5, 19.5);
        script.Run(10);

        await Assert.That(script.Stamps).IsEqualTo(Joined(10, 0, 1, 2, 3, 4));
        await Assert.That(script.Gaps).IsEmpty();
    }

    [Test]
    [Arguments(10, 995, false)]
    [Arguments(10, 1_015, true)]
    [Arguments(1_000, 2_000, true)]
    [Arguments(1_000, 1_900, false)]
    public async Task A_second_without_a_tick_that_was_due_is_a_hole(int interval, int passed, bool isHole)
    {
        TickClock clock = new(TimeSpan.FromMilliseconds(interval));
        clock.Next(1_000 * Second, 0);
        clock.Next((1_000 * Second) + (passed * Millisecond), passed * Millisecond);

        await Assert.That(clock.Gap.IsHole).IsEqualTo(isHole);
    }

    /// <summary>Steps of all sizes in any order, waits that end early and late, processes and hosts that stand still.</summary>
    [Test]
    public void Whatever_the_clocks_show_no_stamp_comes_twice_and_none_lies_ahead()
    {
        Gen<(long Wall, long Monotonic)> move = Gen.OneOf(
            Gen.Long[0, 30_000].Select(static time => (time, time)),
            Gen.Select(Gen.Long[-100_000, 100_000], Gen.Long[0, 2_000]).Select(static (step, time) => (step + time, time)),
            Gen.Select(Gen.Long[-5_000, 5_000], Gen.Long[0, 12_000]).Select(static (step, time) => (step + time, time)));
        Gen.Select(Gen.Int[0, s_intervals.Length - 1].Select(static place => s_intervals[place]), move.Array[0, 300]).Sample((interval, moves) =>
        {
            TickClock clock = new(TimeSpan.FromMilliseconds(interval));
            HashSet<long> seen = [];
            long wall = 1_700_000_000_000;
            long monotonic = 5_000;
            foreach ((long byWall, long byMonotonic) in moves)
            {
                wall += byWall;
                monotonic += byMonotonic;
                long? stamp = clock.Next(wall * Millisecond, monotonic * Millisecond);
                bool isRight = stamp is null
                    || (seen.Add(stamp.Value) && stamp * 1_000 <= wall && wall - (stamp * 1_000) < interval + 1_000);
                if (!isRight || clock.NextWake <= monotonic * Millisecond)
                {
                    return false;
                }
            }

            return true;
        });
    }

    /// <summary>Stamps by their places, counted in intervals from the first one.</summary>
    private static string Joined(int interval, params int[] places) =>
        string.Join(' ', places.Select(place => ClockScript.Start + (place * interval)));
}
