namespace Collector.Delivery;

/// <summary>How long to leave a receiver alone: a second, then twice as long each time, up to half a minute.</summary>
/// <remarks>Spread by a fifth either way, so that a fleet does not come back all at once.</remarks>
internal sealed class Backoff(Random random)
{
    private const double First = 1_000;
    private const double Last = 30_000;
    private const double Spread = 0.2;

    private double _next = First;

    /// <summary>Milliseconds until the next attempt.</summary>
    public long Next()
    {
        double wait = _next * (1 - Spread + (2 * Spread * random.NextDouble()));
        _next = Math.Min(Last, _next * 2);
        return (long)wait;
    }

    public void Reset() => _next = First;
}
