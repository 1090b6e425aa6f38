namespace Collector.Service;

/// <summary>Who started this process and wants to hear how it goes: systemd, the service manager of Windows, or nobody.</summary>
/// <remarks>All calls come from the loop's thread.</remarks>
internal interface ISupervisor : IDisposable
{
    /// <summary>When <see cref="Beat"/> has to be called again, in monotonic nanoseconds; <see cref="long.MaxValue"/> for never.</summary>
    long NextBeat { get; }

    /// <summary>The host is measured: after the first tick, and after each reload.</summary>
    void Ready();

    /// <summary>The configuration is read again; <see cref="Ready"/> follows, also if the old one stays in force.</summary>
    void Reloading();

    /// <summary>The end has begun: what waits is sent.</summary>
    /// <param name="atMost">How long that may take.</param>
    void Stopping(TimeSpan atMost);

    /// <summary>The loop goes round.</summary>
    /// <param name="now">The monotonic clock, in nanoseconds.</param>
    /// <param name="status">How it goes.</param>
    void Beat(long now, in RunStatus status);
}
