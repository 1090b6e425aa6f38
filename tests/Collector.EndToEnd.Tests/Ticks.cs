namespace Collector.EndToEnd.Tests;

/// <summary>Judges the stamps of a run.</summary>
internal static class Ticks
{
    /// <summary>
    /// A machine whose processors are all busy with other tests may let a tick pass by. What holds up the ticks
    /// themselves costs one after the other.
    /// </summary>
    public const long Bearable = 1;

    /// <summary>How many ticks between the first and the last are not there.</summary>
    /// <exception cref="ArgumentException">Stamps go back, or stand between two ticks.</exception>
    public static long LeftOut(long[] stamps, long interval = 1)
    {
        foreach ((long earlier, long later) in stamps.Zip(stamps.Skip(1)))
        {
            if (later <= earlier || (later - earlier) % interval != 0)
            {
                throw new ArgumentException($"{later} comes {later - earlier} s after {earlier}.");
            }
        }

        return ((stamps[^1] - stamps[0]) / interval) - (stamps.Length - 1);
    }
}
