namespace Collector.Delivery;

/// <summary>How series are placed on several receivers: as a carbon-relay with the same settings does.</summary>
/// <param name="Replicas">How many receivers get each series (REPLICATION_FACTOR).</param>
/// <param name="Diverse">Whether these have to be on different hosts (DIVERSE_REPLICAS).</param>
/// <param name="Reroutes">Whether the share of a receiver that is down goes to the others (DYNAMIC_ROUTER) instead of waiting for it.</param>
internal sealed record HashRingOptions(int Replicas, bool Diverse, bool Reroutes)
{
    public static HashRingOptions Default { get; } = new(Replicas: 1, Diverse: true, Reroutes: false);
}
