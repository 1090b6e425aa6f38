using System.Text;

namespace Collector.Sources.Linux;

/// <summary>One line of mountinfo.</summary>
/// <param name="Id">Tells the mount from the others.</param>
/// <param name="Parent">The mount that this one lies on.</param>
/// <param name="Device"><c>major:minor</c>; the same for all mounts of one file system, btrfs subvolumes included.</param>
/// <param name="MountPoint">Without escapes.</param>
/// <param name="Type">The file system's type, for example <c>ext4</c> or <c>fuse.sshfs</c>.</param>
/// <remarks>https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html</remarks>
internal sealed record MountEntry(ulong Id, ulong Parent, string Device, byte[] MountPoint, string Type)
{
    /// <returns>Null if the line is not one of mountinfo's.</returns>
    public static MountEntry? Parse(ReadOnlySpan<byte> line)
    {
        FieldReader fields = new(line);
        if (!fields.TryReadWhole(0, out ulong id)
            || !fields.TryReadWhole(1, out ulong parent)
            || !fields.TryNext(out ReadOnlySpan<byte> device)
            || !fields.TryNext(out _)
            || !fields.TryNext(out ReadOnlySpan<byte> mountPoint)
            || mountPoint[0] != '/')
        {
            return null;
        }

        // Any number of optional fields stands between the options and a lone dash.
        while (fields.TryNext(out ReadOnlySpan<byte> field))
        {
            if (field is [(byte)'-'])
            {
                return fields.TryNext(out ReadOnlySpan<byte> type)
                    ? new(id, parent, Encoding.UTF8.GetString(device), MountPath.Decode(mountPoint), Encoding.UTF8.GetString(type))
                    : null;
            }
        }

        return null;
    }
}
