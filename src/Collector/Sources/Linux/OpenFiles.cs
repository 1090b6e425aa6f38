using Collector.Interop;

namespace Collector.Sources.Linux;

/// <summary>Counts the files that a process has open.</summary>
internal sealed unsafe class OpenFiles(SourceContext context)
{
    private readonly byte[] _proc = KernelPath.Of(KernelPath.TextBelow(context, "/proc/"))[..^1];

    /// <returns>Null if the collector may not look.</returns>
    public ulong? Of(int id)
    {
        Span<byte> path = stackalloc byte[_proc.Length + ProcessPath.MaxLength];
        _proc.CopyTo(path);
        ProcessPath.Write(path[_proc.Length..], id, "/fd\0"u8);
        fixed (byte* text = path)
        {
            // Since Linux 6.2 the folder's size is the number; before, it is 0.
            Libc.statx_t status = default;
            bool isKnown = !context.IsForeign
                && Libc.statx(Libc.AT_FDCWD, text, 0, Libc.STATX_SIZE, &status) == 0
                && status.stx_size > 0;
            return isKnown ? status.stx_size : FolderCount.Of(text);
        }
    }
}
