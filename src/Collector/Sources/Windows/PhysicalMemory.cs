namespace Collector.Sources.Windows;

/// <summary>The memory that Windows manages.</summary>
[NativeRow]
internal struct PhysicalMemory
{
    public ulong TotalBytes;
    public ulong AvailableBytes;
}
