namespace Collector.Polling;

/// <summary>The one place where the collector sleeps: until a time, until a handle is ready, or until it is woken.</summary>
internal abstract class PollSet : IDisposable
{
    public static PollSet Create() => OperatingSystem.IsWindows() ? new WindowsPollSet() : new LinuxPollSet();

    /// <summary>Forgets what was watched.</summary>
    public abstract void Clear();

    /// <summary>Watches a handle in the next wait.</summary>
    /// <param name="handle">On Linux a file descriptor, on Windows an event object.</param>
    /// <param name="events">What to wait for; Windows knows only whether the event object is set.</param>
    /// <returns>What to ask <see cref="Seen"/> with.</returns>
    public abstract int Add(nint handle, PollEvents events);

    /// <summary>What the last wait saw at a handle.</summary>
    public abstract PollEvents Seen(int index);

    /// <summary>Waits for so many nanoseconds at most; not at all if there are none left.</summary>
    public abstract void Wait(long nanoseconds);

    /// <summary>Ends the current wait, or the next one. Safe from any thread.</summary>
    public abstract void Wake();

    public abstract void Dispose();
}
