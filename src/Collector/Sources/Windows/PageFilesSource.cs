using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Collector.Interop;

namespace Collector.Sources.Windows;

/// <summary>Adds up the page files.</summary>
/// <remarks>
/// The commit limit is what memory and page files hold together; so it is without the memory what page files hold.
/// How much of it is in use only the page files themselves tell: what is committed may never have been touched.
/// Where they do not tell, the whole row is left out, its total too: a row of a native source has all its fields.
/// </remarks>
[SupportedOSPlatform("windows")]
internal sealed unsafe class PageFilesSource : INativeSource<PageFiles>
{
    /// <summary>
    /// The limit need not be exactly the memory where there is no page file; Wine adds two pages to it. Windows makes
    /// no page file as small as this.
    /// </summary>
    private const ulong SmallestPageFile = 1 << 20;

    private const int NotSupported = 50;

    private PageFiles _row;

    public ReadOnlySpan<PageFiles> Read(out Fault fault)
    {
        Kernel32.PERFORMANCE_INFORMATION info;
        if (Kernel32.K32GetPerformanceInfo(&info, (uint)sizeof(Kernel32.PERFORMANCE_INFORMATION)) == 0)
        {
            fault = new(FaultKind.CallFailed, "GetPerformanceInfo", Marshal.GetLastPInvokeError());
            return default;
        }

        ulong pages = info.CommitLimit > info.PhysicalTotal ? info.CommitLimit - info.PhysicalTotal : 0;
        pages = pages * info.PageSize < SmallestPageFile ? 0 : pages;
        ulong usedPages = 0;
        if (pages > 0 && Kernel32.K32EnumPageFilesW(&AddPagesInUse, &usedPages) == 0)
        {
            // Wine fails without an error. No number is better than one made up from what is committed.
            int error = Marshal.GetLastPInvokeError();
            fault = new(FaultKind.CallFailed, "EnumPageFiles", error == 0 ? NotSupported : error);
            return default;
        }

        fault = Fault.None;
        _row.TotalBytes = pages * info.PageSize;
        _row.UsedBytes = Math.Min(usedPages, pages) * info.PageSize;
        return new(ref _row);
    }

    public ReadOnlySpan<byte> Key(int row) => default;

    public string Name(int row) => "";

    [UnmanagedCallersOnly]
    private static int AddPagesInUse(void* sum, Kernel32.ENUM_PAGE_FILE_INFORMATION* file, char* name)
    {
        *(ulong*)sum += file->TotalInUse;
        return 1;
    }
}
