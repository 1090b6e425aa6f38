using System.Text;

namespace Collector.Sources.Linux;

/// <summary>Knows the types of file systems that lie on disks of the host and can fill up.</summary>
internal sealed class FixedTypes
{
    /// <summary>They need no block device in the kernel's sense, but they have disks of their own.</summary>
    private static readonly string[] s_always = ["zfs", "btrfs", "bcachefs", "ubifs"];

    /// <summary>They lie on a block device, but are images: full from the first day.</summary>
    private static readonly string[] s_never = ["squashfs", "erofs", "cramfs", "romfs", "iso9660", "udf"];

    /// <summary>What is common, for a recorded host without its list.</summary>
    private static readonly string[] s_usual =
        ["ext2", "ext3", "ext4", "xfs", "f2fs", "jfs", "reiserfs", "nilfs2", "vfat", "exfat", "ntfs3", "fuseblk"];

    private readonly HashSet<string> _types = new(s_always, StringComparer.Ordinal);

    /// <param name="filesystems">The text of /proc/filesystems; empty if there is none.</param>
    public FixedTypes(ReadOnlySpan<byte> filesystems)
    {
        if (filesystems.IsEmpty)
        {
            _types.UnionWith(s_usual);
        }

        LineReader lines = new(filesystems);
        while (lines.Next())
        {
            // "nodev" and a tab stand before the types that need no block device; the others have the tab alone.
            if (lines.Current is [(byte)'\t', ..])
            {
                _types.Add(Encoding.UTF8.GetString(lines.Current[1..].Trim((byte)' ')));
            }
        }

        _types.ExceptWith(s_never);
    }

    public bool Contains(string type) => _types.Contains(type);
}
