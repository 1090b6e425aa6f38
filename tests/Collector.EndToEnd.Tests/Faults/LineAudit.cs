using System.Text.RegularExpressions;

namespace Collector.EndToEnd.Tests;

/// <summary>Looks at every line that comes over any number of connections, as carbon would.</summary>
internal sealed partial class LineAudit
{
    private readonly List<Arrival> _arrivals = [];
    private readonly HashSet<string> _distinct = [];
    private readonly List<string> _malformed = [];

    /// <summary>Each line once, however often it came.</summary>
    public string[] Distinct => Locked(() => _distinct.ToArray());

    /// <summary>How many different lines have come.</summary>
    public int Count => Locked(() => _distinct.Count);

    public bool Has(string line) => Locked(() => _distinct.Contains(line));

    /// <summary>All lines in the order in which they came.</summary>
    public Arrival[] Arrivals => Locked(() => _arrivals.ToArray());

    /// <summary>What is no line of Graphite's.</summary>
    public string[] Malformed => Locked(() => _malformed.ToArray());

    public static bool IsGraphite(string line) => Graphite().IsMatch(line);

    /// <summary>The stamps of the ticks whose first line came so long after them.</summary>
    public long[] Late(int milliseconds) => [.. Arrivals.GroupBy(static arrival => arrival.Stamp)
        .Where(tick => tick.Min(static arrival => arrival.Time) > (tick.Key * 1000) + milliseconds)
        .Select(static tick => tick.Key)];

    public ConnectionAudit Open() => new(this);

    public void Take(string line)
    {
        long now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        lock (_arrivals)
        {
            _arrivals.Add(new(line, now));
            _distinct.Add(line);
            if (!IsGraphite(line))
            {
                _malformed.Add(line);
            }
        }
    }

    private T Locked<T>(Func<T> read)
    {
        lock (_arrivals)
        {
            return read();
        }
    }

    /// <summary>The prefix of these tests, nodes that are not empty, a plain decimal, a stamp of our time.</summary>
    [GeneratedRegex(@"^p\.[A-Za-z0-9_\-]+(\.[A-Za-z0-9_\-]+)+ -?[0-9]+(\.[0-9]+)? [12][0-9]{9}$")]
    private static partial Regex Graphite();
}
