using System.Text;

namespace Collector.Delivery;

/// <summary>
/// Spreads the hosts of a fleet: over the time in which they send, and over the receivers that any of them may use. What
/// a host gets follows from its name alone, so that it is the same at each start.
/// </summary>
internal static class HostSpread
{
    /// <summary>The rest of the interval is for the lines to arrive before the next tick's do.</summary>
    private const double Share = 0.9;

    /// <summary>How long after a tick a host sends: anything below nine tenths of the interval, all of them alike.</summary>
    public static TimeSpan Phase(string host, TimeSpan interval)
    {
        const int FractionBits = 53;
        double fraction = (double)(Hash(host) >> (64 - FractionBits)) / (1L << FractionBits);
        return TimeSpan.FromMilliseconds(Math.Floor(interval.TotalMilliseconds * Share * fraction));
    }

    /// <summary>The destination as this host sees it: where any receiver will do, each host begins with another one.</summary>
    public static DestinationOptions For(string host, DestinationOptions options)
    {
        int count = options.Receivers.Count;
        if (options.Policy != ReceiverPolicy.Any || count < 2)
        {
            return options;
        }

        int first = (int)(Hash(host) % (ulong)count);
        return options with { Receivers = [.. options.Receivers.Skip(first), .. options.Receivers.Take(first)] };
    }

    /// <summary>FNV-1a, with the last step of MurmurHash3 behind it: names of a fleet differ in a digit, all bits shall.</summary>
    /// <remarks>http://www.isthe.com/chongo/tech/comp/fnv/ and https://github.com/aappleby/smhasher</remarks>
    private static ulong Hash(string host)
    {
        ulong hash = 0xcbf29ce484222325;
        foreach (byte letter in Encoding.UTF8.GetBytes(host.ToLowerInvariant()))
        {
            hash = (hash ^ letter) * 0x100000001b3;
        }

        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
        return hash ^ (hash >> 33);
    }
}
