namespace Collector.Scheduling;

/// <summary>Why the loop ended.</summary>
internal enum AgentEnd
{
    /// <summary>It was told to stop.</summary>
    Stopped,

    /// <summary>It was told to have the configuration read again.</summary>
    MustReload,

    /// <summary>Nobody reads standard output any more, and there is no other destination.</summary>
    OutputClosed,
}
