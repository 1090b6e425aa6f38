namespace Collector.Receiving;

/// <summary>What a port listens for.</summary>
internal enum ReceivedWire
{
    /// <summary>Carbon's lines.</summary>
    Graphite,

    /// <summary>Lines of StatsD.</summary>
    Statsd,

    /// <summary>Carbon's pickles: lists of points as Python writes them.</summary>
    Pickle,
}
