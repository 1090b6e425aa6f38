namespace Collector.Wire;

/// <summary>What becomes of a counter on its way to the wire.</summary>
internal enum CounterRule
{
    /// <summary>It is sent as it stands.</summary>
    Total,

    /// <summary>What it grew by since the last tick is sent, for StatsD to add up.</summary>
    Step,

    /// <summary>What it grew by in a second is sent.</summary>
    Rate,
}
