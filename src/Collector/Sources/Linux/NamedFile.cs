using System.Runtime.InteropServices;
using System.Text;
using Collector.Interop;

namespace Collector.Sources.Linux;

/// <summary>One file or folder that the configuration names.</summary>
internal sealed unsafe class NamedFile(SourceContext context, string name) : INamedFile
{
    private const double SecondsPerNanosecond = 1e-9;

    /// <summary>A folder with fewer entries than this is counted each time, since that is cheap.</summary>
    private const ulong ManyEntries = 1000;

    /// <summary>How long the time of a change may be behind: file systems stamp by a clock that moves in steps.</summary>
    private const double SurelyPast = 2;

    private readonly byte[] _path = KernelPath.Below(context, name);
    private readonly byte[] _key = Encoding.UTF8.GetBytes(name);
    private readonly string _subject = $"stat({name})";
    private double _countedChange = double.NaN;
    private ulong? _entries;

    public ReadOnlySpan<byte> Key => _key;

    public string Name => name;

    /// <param name="now">Seconds since 1970.</param>
    /// <param name="file">What there is.</param>
    /// <param name="fault">Why nobody knows.</param>
    public bool TryRead(double now, out NamedFiles file, out Fault fault)
    {
        file = default;
        fault = Fault.None;
        Libc.statx_t status = default;
        fixed (byte* path = _path)
        {
            if (Libc.statx(Libc.AT_FDCWD, path, 0, Libc.STATX_TYPE | Libc.STATX_SIZE | Libc.STATX_MTIME, &status) != 0)
            {
                int error = Marshal.GetLastPInvokeError();
                bool isAbsent = error is Libc.ENOENT or Libc.ENOTDIR;
                fault = isAbsent ? Fault.None : new(FaultKind.CallFailed, _subject, error);
                return isAbsent;
            }
        }

        file.Exists = 1;
        double changed = status.stx_mtime.tv_sec + (status.stx_mtime.tv_nsec * SecondsPerNanosecond);
        file.AgeSeconds = now - changed;
        switch (status.stx_mode & Libc.S_IFMT)
        {
            case Libc.S_IFREG:
                file.Bytes = status.stx_size;
                break;
            case Libc.S_IFDIR:
                file.Entries = CountEntries(status, changed, now);
                break;
        }

        return true;
    }

    /// <summary>
    /// A folder on a disk changes its time with each entry that comes or goes, so a large one is counted again only
    /// then. Folders without a block device (under /proc, say) have times that tell nothing.
    /// </summary>
    private ulong? CountEntries(in Libc.statx_t status, double changed, double now)
    {
        if (_entries >= ManyEntries && status.stx_dev_major != 0 && _countedChange == changed)
        {
            return _entries;
        }

        fixed (byte* path = _path)
        {
            _entries = FolderCount.Of(path);
        }

        _countedChange = now - changed > SurelyPast ? changed : double.NaN;
        return _entries;
    }
}
