using Collector.Delivery;

namespace Collector.Tests.Delivery;

public sealed class BackoffTests
{
    [Test]
    public async Task Waits_double_from_a_second_to_half_a_minute()
    {
        Backoff backoff = new(new Random(1));
        long[] waits = [.. Enumerable.Range(0, 8).Select(_ => backoff.Next())];
        long[] middles = [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000];

        for (int index = 0; index < waits.Length; index++)
        {
            await Assert.That(waits[index]).IsBetween((long)(middles[index] * 0.8), (long)(middles[index] * 1.2));
        }

        await Assert.That(waits[6]).IsNotEqualTo(waits[7]);
    }

    [Test]
    public async Task After_a_reset_it_begins_anew()
    {
        Backoff backoff = new(new Random(1));
        backoff.Next();
        backoff.Next();
        backoff.Reset();

        await Assert.That(backoff.Next()).IsBetween(800, 1200);
    }
}
