namespace Collector.Wire;

/// <summary>The grammar of the lines that a destination reads.</summary>
internal enum WireKind
{
    /// <summary><c>path value timestamp</c></summary>
    Graphite,

    /// <summary><c>bucket:value|type</c></summary>
    Statsd,
}
