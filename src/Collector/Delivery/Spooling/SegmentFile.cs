namespace Collector.Delivery;

/// <summary>A file of a spool, by system calls that allocate nothing and tell the system's own code of what went wrong.</summary>
internal abstract class SegmentFile
{
    /// <summary>The system's code of the last failure.</summary>
    public int Error { get; protected set; }

    public static SegmentFile Create() => OperatingSystem.IsWindows() ? new WindowsSegmentFile() : new LinuxSegmentFile();

    /// <summary>Makes a file that must not be there yet, and opens it.</summary>
    public abstract bool OpenNew(SegmentPath path);

    /// <summary>Opens a file that is there.</summary>
    public abstract bool Open(SegmentPath path);

    /// <summary>Writes all of the bytes at an offset, or fails.</summary>
    public abstract bool Write(ReadOnlySpan<byte> bytes, long offset);

    /// <returns>How many bytes were read; 0 at the end of the file and on failure.</returns>
    public abstract int Read(Span<byte> bytes, long offset);

    /// <summary>Makes the file end there.</summary>
    public abstract bool Cut(long length);

    /// <summary>Waits until all that was written is on the disk.</summary>
    public abstract bool Sync();

    /// <summary>Waits until the name of a new file is on the disk too.</summary>
    public abstract void SyncFolder(SegmentPath path);

    public abstract void Close();

    public abstract void Delete(SegmentPath path);
}
