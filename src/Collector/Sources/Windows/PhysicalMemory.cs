namespace Collector.Sources.Windows;

/// <summary>The memory that Windows manages. What may be absent, Windows did not say.</summary>
[NativeRow]
internal struct PhysicalMemory
{
    public ulong TotalBytes;
    public ulong AvailableBytes;
    public ulong? CachedBytes;
    public ulong? PagedPoolBytes;
    public ulong? NonpagedPoolBytes;
    public ulong? CommitLimitBytes;
    public ulong? CommittedBytes;
}
