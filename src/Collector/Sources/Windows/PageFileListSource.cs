using System.Runtime.Versioning;

namespace Collector.Sources.Windows;

/// <summary>Hands out the page files one by one.</summary>
[SupportedOSPlatform("windows")]
internal sealed class PageFileListSource(SourceContext context) : INativeSource<PageFileList>
{
    private readonly PageFileQuery _query = context.Shared(static context => new PageFileQuery(context));
    private PageFileList[] _rows = [];

    public ReadOnlySpan<PageFileList> Read(out Fault fault)
    {
        fault = _query.Refresh();
        ReadOnlySpan<PageFile> files = _query.Files;
        if (_rows.Length < files.Length)
        {
            _rows = new PageFileList[files.Length];
        }

        for (int row = 0; row < files.Length; row++)
        {
            _rows[row].TotalBytes = files[row].TotalPages * _query.PageSize;
            _rows[row].UsedBytes = files[row].UsedPages * _query.PageSize;
        }

        return _rows.AsSpan(0, files.Length);
    }

    public ReadOnlySpan<byte> Key(int row) => _query.Files[row].Key;

    public string Name(int row) => _query.Files[row].Path;
}
