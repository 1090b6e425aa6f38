using Collector.Polling;

namespace Collector.Delivery;

/// <summary>Standard output or a file, written without waiting wherever the system has a way to do so.</summary>
internal abstract class OutputStream : IDisposable
{
    /// <summary>The system's code of the last failure.</summary>
    public int Error { get; protected set; }

    /// <summary>Whether a wait can tell when there is room again; else it is tried again after a while.</summary>
    public abstract bool IsWatchable { get; }

    public static OutputStream Create() => OperatingSystem.IsWindows() ? new WindowsOutput() : new LinuxOutput();

    /// <summary>Takes over a stream that the process was started with.</summary>
    public abstract SocketStatus OpenStandard(StandardStream stream);

    /// <summary>Opens a file to append to, and creates it if there is none.</summary>
    public abstract SocketStatus OpenFile(string path);

    /// <summary>Writes as much as the system takes now. Closed means that the reader is gone.</summary>
    public abstract SocketStatus Write(ReadOnlySpan<byte> bytes, out int taken);

    /// <summary>Whether the reader is gone, as far as the last wait saw.</summary>
    public abstract bool IsReaderGone(PollEvents seen);

    /// <summary>Adds a watchable stream to the next wait.</summary>
    public abstract int AddTo(PollSet set, bool wantsToWrite);

    public abstract void Dispose();
}
