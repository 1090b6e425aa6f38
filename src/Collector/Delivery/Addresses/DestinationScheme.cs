namespace Collector.Delivery;

/// <summary>How lines travel to a destination.</summary>
internal enum DestinationScheme
{
    /// <summary>Graphite plaintext over TCP.</summary>
    Graphite,

    /// <summary>Graphite plaintext in datagrams.</summary>
    GraphiteUdp,

    /// <summary>Graphite plaintext over TLS.</summary>
    GraphiteTls,

    /// <summary>Graphite's pickle protocol over TCP.</summary>
    GraphitePickle,

    /// <summary>StatsD in datagrams.</summary>
    Statsd,

    /// <summary>StatsD over TCP.</summary>
    StatsdTcp,

    /// <summary>Standard output.</summary>
    Stdout,

    /// <summary>A file that is appended to.</summary>
    File,
}
