namespace Collector.Sources.Windows;

/// <summary>All page files together.</summary>
[NativeRow]
internal struct PageFiles
{
    public ulong TotalBytes;
    public ulong UsedBytes;
}
