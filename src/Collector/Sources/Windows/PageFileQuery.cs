using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Collector.Interop;

namespace Collector.Sources.Windows;

/// <summary>The page files, their sizes, and what is in use of each.</summary>
/// <remarks>
/// The commit limit is what memory and page files hold together; so it is without the memory what page files hold.
/// Where that is nothing the page files are not asked for.
/// </remarks>
[SupportedOSPlatform("windows")]
internal sealed unsafe class PageFileQuery : SharedQuery
{
    /// <summary>
    /// The limit need not be exactly the memory where there is no page file; Wine adds two pages to it. Windows makes
    /// no page file as small as this.
    /// </summary>
    private const ulong SmallestPageFile = 1 << 20;

    private readonly MemoryQuery _memory;
    private readonly List<PageFile> _files = [];

    /// <summary>Lets the callback find this object; it lives as long as the process, like all sources.</summary>
    private readonly GCHandle _self;

    private int _count;

    public PageFileQuery(SourceContext context)
        : base(context)
    {
        _memory = context.Shared(static context => new MemoryQuery(context));
        _self = GCHandle.Alloc(this);
    }

    public ReadOnlySpan<PageFile> Files => CollectionsMarshal.AsSpan(_files)[.._count];

    /// <summary>What all of them hold together.</summary>
    public ulong TotalBytes { get; private set; }

    public ulong PageSize => _memory.Info.PageSize;

    protected override Fault Ask()
    {
        _count = 0;
        Fault fault = _memory.Refresh();
        if (!fault.IsNone)
        {
            return fault;
        }

        TotalBytes = CountBytes();
        if (TotalBytes == 0)
        {
            return Fault.None;
        }

        if (Kernel32.K32EnumPageFilesW(&Take, (void*)GCHandle.ToIntPtr(_self)) == 0)
        {
            // Wine fails without an error. No number is better than one made up from what is committed.
            int error = Marshal.GetLastPInvokeError();
            _count = 0;
            return new(FaultKind.CallFailed, "EnumPageFiles", error == 0 ? SystemStatus.NotSupported : error);
        }

        return Fault.None;
    }

    private ulong CountBytes()
    {
        ref readonly Kernel32.PERFORMANCE_INFORMATION info = ref _memory.Info;
        ulong pages = info.CommitLimit > info.PhysicalTotal ? info.CommitLimit - info.PhysicalTotal : 0;
        ulong bytes = pages * info.PageSize;
        return bytes < SmallestPageFile ? 0 : bytes;
    }

    [UnmanagedCallersOnly]
    private static int Take(void* query, Kernel32.ENUM_PAGE_FILE_INFORMATION* file, char* path)
    {
        PageFileQuery self = (PageFileQuery)GCHandle.FromIntPtr((nint)query).Target!;
        self.Take(file, MemoryMarshal.CreateReadOnlySpanFromNullTerminated(path));
        return 1;
    }

    private void Take(Kernel32.ENUM_PAGE_FILE_INFORMATION* information, ReadOnlySpan<char> path)
    {
        const string KernelPrefix = @"\??\";
        path = path.StartsWith(KernelPrefix) ? path[KernelPrefix.Length..] : path;
        if (_count == _files.Count)
        {
            _files.Add(new(path.ToString()));
        }
        else if (!path.SequenceEqual(_files[_count].Path))
        {
            _files[_count] = new(path.ToString());
        }

        PageFile file = _files[_count++];
        file.TotalPages = information->TotalSize;
        file.UsedPages = information->TotalInUse;
    }
}
