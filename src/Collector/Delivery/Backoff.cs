namespace Collector.Delivery;

/// <summary>
/// How long to leave a receiver alone: a random time of up to a second, then up to twice as long each time, up to half a
/// minute. Spread over all of it, so that a fleet does not come back all at once.
/// </summary>
internal sealed class Backoff(Random random)
{
    private const double First = 1_000;
    private const double Last = 30_000;

    /// <summary>A refusal comes at once: without a pause it would be asked for again and again.</summary>
    private const double Least = 100;

    private double _most = First;

    /// <summary>Milliseconds until the next attempt.</summary>
    public long Next()
    {
        double wait = Least + ((_most - Least) * random.NextDouble());
        _most = Math.Min(Last, _most * 2);
        return (long)wait;
    }

    public void Reset() => _most = First;
}
