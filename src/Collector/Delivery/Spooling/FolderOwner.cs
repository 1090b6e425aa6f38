using Collector.Interop;
using Collector.Sources.Linux;

namespace Collector.Delivery;

/// <summary>Tells whether a folder is this user's own: in a shared one, such as /tmp, somebody may have put another there, or a link.</summary>
internal static unsafe class FolderOwner
{
    /// <summary>Refuses a folder that somebody else put there. Windows says who may write by the rights of the folder above.</summary>
    /// <exception cref="IOException">It is another user's.</exception>
    public static void Require(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        // First what is there itself, be it a link; then what that leads to.
        foreach (int flag in (ReadOnlySpan<int>)[Libc.AT_SYMLINK_NOFOLLOW, 0])
        {
            Libc.statx_t status = default;
            fixed (byte* text = KernelPath.Of(path))
            {
                bool isKnown = Libc.statx(Libc.AT_FDCWD, text, flag, Libc.STATX_UID, &status) == 0;
                if (isKnown && status.stx_uid != 0 && status.stx_uid != Libc.geteuid())
                {
                    throw new IOException($"It belongs to another user ({status.stx_uid}).");
                }
            }
        }
    }
}
