using Collector.Scheduling;
using CsCheck;

namespace Collector.Tests.Scheduling;

public sealed class UsedStampsTests
{
    [Test]
    public async Task The_first_free_stamp_is_behind_the_range()
    {
        UsedStamps used = new(10);
        used.Add(100, 130);

        await Assert.That(used.FirstFree(90)).IsEqualTo(90);
        await Assert.That(used.FirstFree(100)).IsEqualTo(140);
        await Assert.That(used.FirstFree(130)).IsEqualTo(140);
        await Assert.That(used.FirstFree(140)).IsEqualTo(140);
    }

    [Test]
    public async Task Ranges_that_touch_are_one()
    {
        UsedStamps used = new(10);
        used.Add(100, 130);
        used.Add(160, 170);
        used.Add(140, 150);

        await Assert.That(used.FirstFree(100)).IsEqualTo(180);
    }

    [Test]
    public async Task Beyond_their_number_the_nearest_ones_are_joined()
    {
        UsedStamps used = new(1);
        foreach (long first in (long[])[0, 100, 200, 300, 350, 400, 500, 600, 700])
        {
            used.Add(first, first);
        }

        await Assert.That(used.FirstFree(320)).IsEqualTo(351);
        await Assert.That(used.FirstFree(0)).IsEqualTo(1);
        await Assert.That(used.FirstFree(700)).IsEqualTo(701);
        await Assert.That(used.FirstFree(250)).IsEqualTo(250);
    }

    [Test]
    public void What_was_added_is_never_free_and_what_is_told_to_be_is()
    {
        Gen.Select(Gen.Long[-1_000, 1_000], Gen.Long[0, 50]).Array[0, 100].Sample(ranges =>
        {
            UsedStamps used = new(1);
            HashSet<long> added = [];
            foreach ((long first, long length) in ranges)
            {
                used.Add(first, first + length);
                for (long stamp = first; stamp <= first + length; stamp++)
                {
                    added.Add(stamp);
                }
            }

            return added.All(stamp => used.FirstFree(stamp) > stamp && used.FirstFree(used.FirstFree(stamp)) == used.FirstFree(stamp));
        });
    }
}
