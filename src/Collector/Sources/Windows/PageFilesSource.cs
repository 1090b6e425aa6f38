using System.Runtime.Versioning;

namespace Collector.Sources.Windows;

/// <summary>Adds up the page files.</summary>
/// <remarks>Where they do not tell what is in use of them, the whole row is left out, its total too.</remarks>
[SupportedOSPlatform("windows")]
internal sealed class PageFilesSource(SourceContext context) : INativeSource<PageFiles>
{
    private readonly PageFileQuery _query = context.Shared(static context => new PageFileQuery(context));
    private PageFiles _row;

    public ReadOnlySpan<PageFiles> Read(out Fault fault)
    {
        fault = _query.Refresh();
        if (!fault.IsNone)
        {
            return default;
        }

        ulong used = 0;
        foreach (PageFile file in _query.Files)
        {
            used += file.UsedPages * _query.PageSize;
        }

        _row.TotalBytes = _query.TotalBytes;
        _row.UsedBytes = Math.Min(used, _query.TotalBytes);
        return new(ref _row);
    }

    public ReadOnlySpan<byte> Key(int row) => default;

    public string Name(int row) => "";
}
