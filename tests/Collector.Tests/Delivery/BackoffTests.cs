using Collector.Delivery;

namespace Collector.Tests.Delivery;

public sealed class BackoffTests
{
    [Test]
    public async Task Waits_are_spread_over_ever_longer_times_up_to_half_a_minute()
    {
        long[] mosts = [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000];
        long[][] waits = [.. Enumerable.Range(0, 400).Select(static seed =>
        {
            Backoff backoff = new(new Random(seed));
            return Enumerable.Range(0, 7).Select(_ => backoff.Next()).ToArray();
        })];

        for (int attempt = 0; attempt < mosts.Length; attempt++)
        {
            long[] all = [.. waits.Select(row => row[attempt])];
            await Assert.That(all.Min()).IsBetween(100, 100 + (mosts[attempt] / 20));
            await Assert.That(all.Max()).IsBetween(mosts[attempt] * 19 / 20, mosts[attempt]);
            await Assert.That((long)all.Average()).IsBetween(mosts[attempt] * 45 / 100, mosts[attempt] * 60 / 100);
        }
    }

    [Test]
    public async Task After_a_reset_it_begins_anew()
    {
        Backoff backoff = new(new Random(1));
        for (int attempt = 0; attempt < 9; attempt++)
        {
            backoff.Next();
        }

        backoff.Reset();

        await Assert.That(backoff.Next()).IsBetween(100, 1_000);
    }
}
