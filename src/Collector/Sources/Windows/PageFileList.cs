namespace Collector.Sources.Windows;

/// <summary>One page file.</summary>
[NativeRow]
internal struct PageFileList
{
    public ulong TotalBytes;
    public ulong UsedBytes;
}
