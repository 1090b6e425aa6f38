namespace Collector.Sources.Linux;

/// <summary>Space on one mounted file system. Some make room for files as they need it and have no number of them.</summary>
[NativeRow]
internal struct FileSystems
{
    public ulong TotalBytes;
    public ulong UsedBytes;

    /// <summary>What an ordinary user can still fill; less than total - used where blocks are kept for root.</summary>
    public ulong AvailableBytes;
    public ulong? Inodes;
    public ulong? UsedInodes;
    public ulong? AvailableInodes;
}
