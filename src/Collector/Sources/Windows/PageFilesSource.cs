using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Collector.Interop;

namespace Collector.Sources.Windows;

/// <summary>Adds up the page files.</summary>
/// <remarks>
/// The commit limit is what memory and page files hold together; so it is without the memory what page files hold.
/// How much of it is in use only the page files themselves tell: what is committed may never have been touched.
/// </remarks>
[SupportedOSPlatform("windows")]
internal sealed unsafe class PageFilesSource : INativeSource<PageFiles>
{
    private PageFiles _row;

    public ReadOnlySpan<PageFiles> Read(out Fault fault)
    {
        Kernel32.PERFORMANCE_INFORMATION info;
        if (Kernel32.K32GetPerformanceInfo(&info, (uint)sizeof(Kernel32.PERFORMANCE_INFORMATION)) == 0)
        {
            fault = new(FaultKind.CallFailed, "GetPerformanceInfo", Marshal.GetLastPInvokeError());
            return default;
        }

        // The limit of a host without page files may be a little below its memory.
        ulong pages = info.CommitLimit > info.PhysicalTotal ? info.CommitLimit - info.PhysicalTotal : 0;
        ulong usedPages = 0;
        if (pages > 0 && Kernel32.K32EnumPageFilesW(&AddPagesInUse, &usedPages) == 0)
        {
            fault = new(FaultKind.CallFailed, "EnumPageFiles", Marshal.GetLastPInvokeError());
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
