using System.Runtime.InteropServices;
using Collector.Filters;
using Collector.Interop;
using Collector.Metrics;

namespace Collector.Sources.Linux;

/// <summary>Asks each mounted file system that is wanted for its size and free space.</summary>
/// <remarks>
/// The list of mounts is made anew only when the kernel has changed it. File systems are asked by path: a descriptor
/// kept open on one would keep it from being unmounted.
/// </remarks>
internal sealed unsafe class FileSystemsSource : INativeSource<FileSystems>, IWatchedSource
{
    private readonly SourceContext _context;
    private readonly RowFilter _filter;
    private readonly MountInfoFile _mountInfo;
    private Mount[] _mounts = [];
    private FileSystems[] _rows = [];
    private int[] _mountOfRow = [];
    private int _count;
    private bool _isCurrent;
    private bool _isListed;
    private Fault _listFault;

    public FileSystemsSource(SourceContext context)
    {
        _context = context;
        _filter = context.FilterOf(DiskUsageGroup.Definition);
        _mountInfo = new(context.Root, context.IsForeign);
        context.Watched.Add(this);
    }

    public int? WatchDescriptor => _mountInfo.Descriptor;

    public bool IsWatched { get; set; }

    public void Invalidate() => _isCurrent = false;

    public ReadOnlySpan<FileSystems> Read(out Fault fault)
    {
        if (!_isCurrent)
        {
            Look();
        }

        fault = _listFault;
        _count = 0;
        for (int index = 0; index < _mounts.Length; index++)
        {
            Fault failure = Ask(index);
            if (fault.IsNone)
            {
                fault = failure;
            }
        }

        return _rows.AsSpan(0, _count);
    }

    public ReadOnlySpan<byte> Key(int row) => _mounts[_mountOfRow[row]].MountPoint;

    public string Name(int row) => _mounts[_mountOfRow[row]].Name;

    private void Look()
    {
        bool isChanged = _mountInfo.Read(out Fault unreadable);
        _isCurrent = IsWatched && _mountInfo.Descriptor is not null;
        if (!unreadable.IsNone)
        {
            _listFault = unreadable;
            _mounts = [];
            _isListed = false;
        }
        else if (isChanged || !_isListed)
        {
            List();
        }
    }

    private void List()
    {
        // A type whose module was loaded since then is in the list only now, so it is read anew each time.
        TextFile filesystems = _context.File("/proc/filesystems");
        FixedTypes types = new(filesystems.Read(out _));
        MountTable table = new(_mountInfo.Text, _mountInfo.Path);
        _listFault = table.Fault;

        // Containers come and go with mounts of their own: what was unusual once would be remembered for ever.
        _filter.ForgetUnusual();
        _mounts = [.. table.Select((entry, isSecond) => IsWanted(entry, isSecond, types))
            .Select(entry => new Mount(_context.Root, entry.MountPoint))
            .Where(mount => !mount.IsFile)];
        _rows = new FileSystems[_mounts.Length];
        _mountOfRow = new int[_mounts.Length];
        _isListed = true;
    }

    /// <summary>Whether to ask a file system: some do not answer, so those that nobody wants are left in peace.</summary>
    private bool IsWanted(MountEntry entry, bool isSecond, FixedTypes types)
    {
        bool isUsual = types.Contains(entry.Type) && !isSecond;
        if (!isUsual && !_filter.MayWantUnusual)
        {
            return false;
        }

        string name = Mount.NameOf(entry.MountPoint);
        _filter.SetUnusual(name, !isUsual);
        return _filter.WantedOf(name) != 0;
    }

    private Fault Ask(int index)
    {
        Mount mount = _mounts[index];
        Libc.STATFS space;
        fixed (byte* path = mount.Path)
        {
            if (Libc.statfs(path, &space) != 0)
            {
                return new(FaultKind.CallFailed, mount.Subject, Marshal.GetLastPInvokeError());
            }
        }

        // The kernel's own file systems, such as /proc, have no space to tell of.
        if (space.f_blocks == 0)
        {
            return Fault.None;
        }

        bool hasInodes = space.f_files > 0;
        ulong size = (ulong)(space.f_frsize != 0 ? space.f_frsize : space.f_bsize);
        _mountOfRow[_count] = index;
        _rows[_count++] = new()
        {
            TotalBytes = space.f_blocks * size,
            UsedBytes = (space.f_blocks - Math.Min(space.f_bfree, space.f_blocks)) * size,
            AvailableBytes = space.f_bavail * size,
            Inodes = hasInodes ? space.f_files : null,
            UsedInodes = hasInodes ? space.f_files - Math.Min(space.f_ffree, space.f_files) : null,
            AvailableInodes = hasInodes ? space.f_ffree : null,
        };
        return Fault.None;
    }
}
