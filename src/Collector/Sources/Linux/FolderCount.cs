using Collector.Interop;

namespace Collector.Sources.Linux;

/// <summary>Counts what is in a folder. It does not stay open: it would keep its file system from being unmounted.</summary>
internal static unsafe class FolderCount
{
    /// <param name="path">Closed by NUL.</param>
    /// <returns>Null if it cannot be listed.</returns>
    public static ulong? Of(byte* path)
    {
        nint folder = Libc.opendir(path);
        if (folder == 0)
        {
            return null;
        }

        ulong entries = 0;
        for (Libc.DIRENT* entry = Libc.readdir(folder); entry != null; entry = Libc.readdir(folder))
        {
            bool isSelfOrParent = entry->d_name[0] == '.'
                && (entry->d_name[1] == 0 || (entry->d_name[1] == '.' && entry->d_name[2] == 0));
            entries += isSelfOrParent ? 0u : 1u;
        }

        _ = Libc.closedir(folder);
        return entries;
    }
}
