using System.Runtime.InteropServices;

namespace Collector.Sources.Windows;

/// <summary>A page file, by its path.</summary>
internal sealed class PageFile(string path)
{
    public string Path => path;

    public ReadOnlySpan<byte> Key => MemoryMarshal.AsBytes(path.AsSpan());

    public ulong TotalPages { get; set; }

    public ulong UsedPages { get; set; }
}
