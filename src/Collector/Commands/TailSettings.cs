using Collector.Receiving;

namespace Collector.Commands;

/// <summary>What to listen for, what to show of it, and when to end. Times are in nanoseconds.</summary>
internal sealed record TailSettings
{
    /// <summary>The address of this host to listen at.</summary>
    public required string Bind { get; init; }

    /// <summary>The port; null if Graphite is not listened for.</summary>
    public int? Graphite { get; init; }

    public int? Statsd { get; init; }

    public int? Pickle { get; init; }

    public TailStyle Style { get; init; }

    /// <summary>Whether notes count as faults.</summary>
    public bool IsStrict { get; init; }

    /// <summary>How often counts are shown.</summary>
    public long Every { get; init; }

    /// <summary>How long to listen.</summary>
    public long For { get; init; }

    /// <summary>How long nothing may come, once something has.</summary>
    public long Idle { get; init; }

    /// <summary>How many lines to wait for.</summary>
    public long Lines { get; init; }

    /// <summary>Patterns of names that have to come.</summary>
    public IReadOnlyList<string> Expected { get; init; } = [];
}
