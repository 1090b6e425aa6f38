namespace Collector.Delivery;

/// <summary>
/// Lets a backlog out so many times faster than live lines come, in small portions: a receiver that comes back has a
/// whole fleet to serve.
/// </summary>
/// <param name="pace">How many times faster; 0 for as fast as it goes.</param>
/// <param name="interval">The time between two ticks.</param>
internal sealed class Pacer(int pace, TimeSpan interval)
{
    /// <summary>Milliseconds between two portions.</summary>
    public const long Pause = 250;

    /// <summary>What a tick is taken for before there was one.</summary>
    private const int FirstGuess = 4096;

    /// <summary>A busy loop looks at the clock so often that a long queue delays no tick.</summary>
    private const long Unpaced = 512 * 1024;

    private int _tickBytes = FirstGuess;
    private double _budget;
    private long _filledAt;

    /// <summary>The bytes of the backlog that may be sent now.</summary>
    public long Budget => pace == 0 ? Unpaced : (long)_budget;

    /// <summary>When there is a portion to send; monotonic milliseconds.</summary>
    public long NextAt => pace == 0 ? 0 : _filledAt + Pause;

    private double BytesPerMillisecond => pace * _tickBytes / Math.Max(1, interval.TotalMilliseconds);

    /// <summary>Takes note of how large a tick is.</summary>
    public void Measure(int tickBytes) => _tickBytes = tickBytes;

    /// <summary>Starts anew: the first portion is a tick's worth.</summary>
    public void Begin(long now)
    {
        _filledAt = now;
        _budget = Math.Max(_tickBytes, BytesPerMillisecond * Pause);
    }

    /// <summary>Time has passed.</summary>
    public void Fill(long now)
    {
        if (now - _filledAt >= Pause)
        {
            // What a stalled receiver did not take is not made up for.
            _budget = Math.Min(_budget + (BytesPerMillisecond * (now - _filledAt)), Math.Max(_tickBytes, BytesPerMillisecond * 2 * Pause));
            _filledAt = now;
        }
    }

    public void Spend(int bytes) => _budget -= bytes;
}
