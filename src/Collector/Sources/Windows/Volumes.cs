namespace Collector.Sources.Windows;

/// <summary>Space on one fixed volume.</summary>
[NativeRow]
internal struct Volumes
{
    public ulong TotalBytes;
    public ulong FreeBytes;
}
