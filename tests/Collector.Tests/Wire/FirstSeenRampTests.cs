using System.Numerics;
using Collector.Wire;

namespace Collector.Tests.Wire;

public sealed class FirstSeenRampTests
{
    private const long Second = 1_000_000_000;

    [Test]
    public async Task Each_tick_lets_out_its_share_of_a_minute()
    {
        FirstSeenRamp ramp = new(60, TimeSpan.FromSeconds(10));
        ulong waiting = (1ul << 25) - 1;
        List<(int Released, long Held)> ticks = [];
        for (long tick = 0; tick < 4; tick++)
        {
            ramp.BeginTick(tick * 10 * Second);
            ulong released = ramp.Release(waiting);
            waiting ^= released;
            ticks.Add((BitOperations.PopCount(released), ramp.Held));
        }

        await Assert.That(string.Join(' ', ticks)).IsEqualTo("(10, 15) (10, 5) (5, 0) (0, 0)");
    }

    [Test]
    public async Task The_first_lines_go_first()
    {
        FirstSeenRamp ramp = new(12, TimeSpan.FromSeconds(10));
        ramp.BeginTick(0);
        await Assert.That(ramp.Release(0b1011_0100)).IsEqualTo(0b0001_0100ul);
    }

    [Test]
    public async Task Less_than_one_a_tick_adds_up()
    {
        FirstSeenRamp ramp = new(3, TimeSpan.FromSeconds(10));
        int released = 0;
        for (long tick = 0; tick < 60; tick++)
        {
            ramp.BeginTick(tick * 10 * Second);
            released += BitOperations.PopCount(ramp.Release(ulong.MaxValue));
        }

        await Assert.That(released).IsBetween(29, 30);
    }

    [Test]
    public async Task What_was_not_used_is_no_more_than_a_minutes_worth()
    {
        FirstSeenRamp ramp = new(5, TimeSpan.FromSeconds(10));
        ramp.BeginTick(0);
        ramp.BeginTick(3600 * Second);
        await Assert.That(BitOperations.PopCount(ramp.Release(ulong.MaxValue))).IsEqualTo(5);
    }
}
