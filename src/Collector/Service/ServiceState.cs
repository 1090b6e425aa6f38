namespace Collector.Service;

/// <summary>What a service does just now.</summary>
internal enum ServiceState
{
    NotInstalled,
    Stopped,
    Starting,
    Running,

    /// <summary>It runs, and takes its configuration anew.</summary>
    Reloading,
    Stopping,

    /// <summary>It ended by itself, and not as it should.</summary>
    Failed,

    /// <summary>There is no manager to ask, as in an image that is not running.</summary>
    Unknown,
}
