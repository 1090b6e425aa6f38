namespace Collector.Sources.Linux;

/// <summary>What type each mounted file system is of.</summary>
internal static class FileSystemTypes
{
    /// <summary>The types by mount point; empty where nothing says which mounts there are.</summary>
    public static Dictionary<string, string> Read(SourceContext context)
    {
        MountInfoFile file = new(context.Root, context.IsForeign);
        Dictionary<string, string> types = new(StringComparer.Ordinal);
        if (!file.Read(out _))
        {
            return types;
        }

        foreach (MountEntry entry in new MountTable(file.Text, file.Path).Select(static (_, _) => true))
        {
            types[Mount.NameOf(entry.MountPoint)] = entry.Type;
        }

        return types;
    }
}
