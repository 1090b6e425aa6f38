namespace Collector.Sources;

/// <summary>
/// A source that knows something of the system that rarely changes, and a descriptor that says when it does: a loop
/// that waits in <c>poll</c> anyhow can spare the source from looking in each tick.
/// </summary>
internal interface IWatchedSource
{
    /// <summary>
    /// Has POLLPRI when <see cref="Invalidate"/> is due. None before the first read or if nothing tells; it may be
    /// another one after a read that failed.
    /// </summary>
    int? WatchDescriptor { get; }

    /// <summary>Whether somebody polls <see cref="WatchDescriptor"/>. The source looks for itself in each read until then.</summary>
    bool IsWatched { get; set; }

    /// <summary>Makes the next read look at the system anew.</summary>
    void Invalidate();
}
