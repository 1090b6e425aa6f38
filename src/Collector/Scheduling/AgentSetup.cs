using Collector.Identity;
using Collector.Logging;
using Collector.Metrics;
using Collector.Polling;
using Collector.Service;
using Collector.Sources;

namespace Collector.Scheduling;

/// <summary>What the loop works with.</summary>
internal sealed record AgentSetup
{
    /// <summary>The groups, in the order to read them.</summary>
    public required IReadOnlyList<GroupReader> Readers { get; init; }

    /// <summary>Where the lines go; at least one.</summary>
    public required IReadOnlyList<Route> Routes { get; init; }

    /// <summary>What the readers share.</summary>
    public required SourceContext Context { get; init; }

    /// <summary>What to sleep on; the destinations were made with the same.</summary>
    public required PollSet Set { get; init; }

    /// <summary>What others want; it wakes <see cref="Set"/>.</summary>
    public required RunControl Control { get; init; }

    /// <summary>Says when to tick.</summary>
    public required TickClock Clock { get; init; }

    /// <summary>Takes a line for people whenever something changes.</summary>
    public required Log Log { get; init; }

    /// <summary>Worked before this one, on other settings: lines that wait for this host's name go on waiting.</summary>
    public Agent? Before { get; init; }

    /// <summary>What this host is called; null where nothing follows its name.</summary>
    public HostIdentity? Identity { get; init; }

    /// <summary>Who wants to hear how it goes.</summary>
    public ISupervisor Supervisor { get; init; } = new NoSupervisor();

    /// <summary>What else to watch while sleeping.</summary>
    public IReadOnlyList<IPolled> Polled { get; init; } = [];

    /// <summary>How many new series may be sent in a minute; 0 for any number.</summary>
    public int FirstSeenRate { get; init; }

    /// <summary>The most bytes of lines that wait for one destination until this host has its own name.</summary>
    public long HeldBytes { get; init; } = 16 << 20;

    /// <summary>What to do when every group was read for the first time.</summary>
    public Action? AfterFirstTick { get; init; }
}
