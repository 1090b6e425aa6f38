namespace Collector.Sources;

/// <summary>What one file or folder looks like.</summary>
[NativeRow]
internal struct NamedFiles
{
    /// <summary>1 or 0.</summary>
    public uint Exists;

    /// <summary>Of a file.</summary>
    public ulong? Bytes;
    public double? AgeSeconds;

    /// <summary>Of a folder; absent if it may not be listed.</summary>
    public ulong? Entries;
}
