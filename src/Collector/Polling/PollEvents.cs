namespace Collector.Polling;

/// <summary>What the loop waits for, and what it saw.</summary>
[Flags]
internal enum PollEvents
{
    None = 0,

    /// <summary>There is something to read, or the peer has closed its side.</summary>
    Readable = 1,

    /// <summary>There is room to write.</summary>
    Writable = 2,

    /// <summary>Something out of the ordinary: a file under /proc says so that it has changed.</summary>
    Priority = 4,

    /// <summary>An error or a hang-up. Always watched for.</summary>
    Failed = 8,

    /// <summary>A Windows event object is set; only the socket itself can say what for.</summary>
    Signaled = 16,

    /// <summary>Nobody has waited since the last look, so anything may have happened.</summary>
    Unknown = 32,
}
