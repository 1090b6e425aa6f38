namespace Collector.Delivery;

/// <summary>What all destinations of a run have in common.</summary>
internal sealed record DeliverySettings
{
    public static DeliverySettings Default { get; } = new();

    /// <summary>The time between two ticks.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long after a tick its lines leave, so that a fleet does not send all at once.</summary>
    public TimeSpan Phase { get; init; }

    /// <summary>The most memory for the lines that wait for one destination.</summary>
    public long QueueBytes { get; init; } = 16 << 20;

    /// <summary>Where lines wait on the disk; null for memory only.</summary>
    public Spool? Spool { get; init; }
}
