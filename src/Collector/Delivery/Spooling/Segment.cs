namespace Collector.Delivery;

/// <summary>A piece of a line log: whole lines of plain Graphite text, in memory or in a file.</summary>
internal abstract class Segment
{
    /// <summary>The log's position of its first byte.</summary>
    public long Start { get; set; }

    /// <summary>Bytes that it holds.</summary>
    public int Length { get; protected set; }

    public long End => Start + Length;

    public long Lines { get; protected set; }

    /// <summary>The time stamp of its first tick, in seconds since 1970.</summary>
    public long FirstStamp { get; protected set; }

    /// <summary>The time stamp of its last tick, in seconds since 1970.</summary>
    public long LastStamp { get; protected set; }

    /// <summary>What it takes where it lies: bytes of memory or of the disk.</summary>
    public abstract int Cost { get; }

    public abstract bool IsOnDisk { get; }

    /// <summary>Whether so many bytes more belong into it.</summary>
    public abstract bool HasRoom(int bytes);

    /// <summary>Adds lines.</summary>
    /// <returns>Whether they are in it, whole. If not, it is as it was.</returns>
    public bool Append(ReadOnlySpan<byte> bytes, int lines, long stamp)
    {
        if (!Write(bytes))
        {
            return false;
        }

        FirstStamp = Length == 0 ? stamp : FirstStamp;
        LastStamp = stamp;
        Length += bytes.Length;
        Lines += lines;
        return true;
    }

    /// <summary>Some of its bytes from there on, at least one; they stay valid until the next call. Empty if they cannot be read.</summary>
    public abstract ReadOnlySpan<byte> Read(int offset, int most);

    /// <summary>Gives up what it holds.</summary>
    public abstract void Discard();

    /// <summary>Puts bytes behind those that it has.</summary>
    protected abstract bool Write(ReadOnlySpan<byte> bytes);

    protected void Reset()
    {
        Length = 0;
        Lines = 0;
    }
}
