using Collector.Interop;

namespace Collector.Sources.Linux;

/// <summary>Tells by their times whether files or folders have changed.</summary>
internal sealed unsafe class PathWatch(IEnumerable<string> paths)
{
    private readonly byte[][] _paths = [.. paths.Select(KernelPath.Of)];
    private int _fingerprint;

    /// <summary>Whether one of them has changed, come or gone since the last call.</summary>
    public bool HasChanged()
    {
        HashCode hash = default;
        foreach (byte[] path in _paths)
        {
            Libc.statx_t status = default;
            fixed (byte* text = path)
            {
                _ = Libc.statx(Libc.AT_FDCWD, text, Libc.AT_SYMLINK_NOFOLLOW, Libc.STATX_MTIME, &status);
            }

            hash.Add(status.stx_mtime.tv_sec);
            hash.Add(status.stx_mtime.tv_nsec);
        }

        int before = _fingerprint;
        _fingerprint = hash.ToHashCode();
        return _fingerprint != before;
    }
}
