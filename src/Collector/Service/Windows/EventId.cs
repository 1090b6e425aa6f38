namespace Collector.Service.Windows;

/// <summary>What the collector's events are called in the event log. Who filters by them relies on the numbers: they stay.</summary>
/// <remarks>Resources/collector.rc has a text for each.</remarks>
internal enum EventId
{
    Started = 100,
    Stopped = 101,

    /// <summary>The configuration was taken anew.</summary>
    Reloaded = 102,
    Information = 103,
    Warning = 104,
    Error = 105,

    /// <summary>The service cannot start, for its configuration is wrong for example.</summary>
    Refused = 106,
}
