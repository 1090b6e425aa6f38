namespace Collector.Wire;

/// <summary>Under which names metrics are sent.</summary>
internal enum NameSet
{
    /// <summary><c>{prefix}{host}.{group}.{instance}.{metric}</c></summary>
    Native,

    /// <summary>The paths and the number format of metric-collective, so that its graphs go on.</summary>
    Metcollect,

    /// <summary>The paths, units and number format of collectd's write_graphite, so that its graphs go on.</summary>
    Collectd,

    /// <summary><c>{prefix}{group}.{metric}</c>; host, instance and the configured tags are tags.</summary>
    Tagged,
}
