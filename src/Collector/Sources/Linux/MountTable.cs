namespace Collector.Sources.Linux;

/// <summary>Chooses from mountinfo what is measured: wanted file systems, where they can be seen.</summary>
internal sealed class MountTable
{
    private readonly List<MountEntry> _entries = [];
    private readonly Dictionary<ulong, MountEntry> _byId = [];

    /// <param name="text">The text of mountinfo.</param>
    /// <param name="path">The file it comes from, for the fault.</param>
    public MountTable(ReadOnlySpan<byte> text, string path)
    {
        if (text.IsEmpty)
        {
            Fault = new(FaultKind.Empty, path);
        }

        LineReader lines = new(text);
        while (lines.Next())
        {
            if (MountEntry.Parse(lines.Current) is MountEntry entry)
            {
                _entries.Add(entry);
                _byId[entry.Id] = entry;
            }
            else
            {
                Fault = new(FaultKind.MissingColumn, path, Line: lines.Number, Field: "of a mount");
            }
        }

        if (lines.IsTruncated)
        {
            Fault = new(FaultKind.Truncated, path, Line: lines.Number + 1);
        }
    }

    /// <summary>What is wrong with the text. The sound lines count all the same.</summary>
    public Fault Fault { get; }

    /// <summary>The mounts to measure, those with the shortest mount points first.</summary>
    /// <param name="isWanted">Decides on a mount; told whether its file system has been chosen at another place already.</param>
    public List<MountEntry> Select(Func<MountEntry, bool, bool> isWanted)
    {
        List<MountEntry> selected = [];
        HashSet<string> devices = new(StringComparer.Ordinal);
        foreach (MountEntry entry in _entries.OrderBy(entry => entry.MountPoint.Length))
        {
            if (isWanted(entry, devices.Contains(entry.Device)) && IsVisible(entry))
            {
                devices.Add(entry.Device);
                selected.Add(entry);
            }
        }

        return selected;
    }

    /// <summary>Whether the mount point leads to this mount, not to another one that lies over it.</summary>
    private bool IsVisible(MountEntry entry)
    {
        if (_entries.Exists(other => other.Parent == entry.Id && other.Id != entry.Id
            && other.MountPoint.AsSpan().SequenceEqual(entry.MountPoint)))
        {
            return false;
        }

        // The mounts that this one lies on must not lie below others either, up to the first of all, which lies on
        // itself or on one that cannot be seen. A circle in a damaged file ends too.
        MountEntry? step = entry;
        for (int depth = 0; step is not null && step.Parent != step.Id && depth < _entries.Count; depth++)
        {
            if (IsCoveredBySibling(step))
            {
                return false;
            }

            step = _byId.GetValueOrDefault(step.Parent);
        }

        return true;
    }

    /// <summary>
    /// Whether a mount with the same parent lies on the way. It came later, or this mount would lie on it instead.
    /// </summary>
    private bool IsCoveredBySibling(MountEntry entry)
    {
        bool isLater = false;
        foreach (MountEntry other in _entries)
        {
            if (ReferenceEquals(other, entry))
            {
                isLater = true;
            }
            else if (other.Parent == entry.Parent && other.Id != entry.Parent
                && MountPath.IsWithin(entry.MountPoint, other.MountPoint)
                && (isLater || other.MountPoint.Length < entry.MountPoint.Length))
            {
                return true;
            }
        }

        return false;
    }
}
