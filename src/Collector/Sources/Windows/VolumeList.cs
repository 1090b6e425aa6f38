using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Collector.Filters;
using Collector.Interop;

namespace Collector.Sources.Windows;

/// <summary>The volumes that are wanted: those with a drive letter, and those that are mounted on folders alone.</summary>
/// <param name="filter">Says which; unless it asks for others, the fixed ones.</param>
[SupportedOSPlatform("windows")]
internal sealed unsafe class VolumeList(RowFilter filter)
{
    /// <summary>Reads between two walks over the volumes. A volume on a folder does not show in the drive letters.</summary>
    private const int WalkEvery = 60;

    private const int VolumeNameLength = 64;
    private const int NoMoreFiles = 18;
    private const int MoreData = 234;
    private const nint InvalidHandle = -1;

    private List<Volume> _volumes = [];
    private List<Volume> _before = [];
    private char[] _paths = new char[512];
    private uint _letters;
    private int _age;
    private Fault _fault;

    public ReadOnlySpan<Volume> Volumes => CollectionsMarshal.AsSpan(_volumes);

    /// <summary>Looks for drive letters that came or went, and now and then for all volumes.</summary>
    public Fault Refresh()
    {
        uint letters = Kernel32.GetLogicalDrives();
        if (letters == _letters && _age > 0 && _age < WalkEvery)
        {
            _age++;
            return _fault;
        }

        _letters = letters;
        _age = 1;
        (_before, _volumes) = (_volumes, _before);
        _volumes.Clear();
        AddLetters();
        _fault = AddFolders();

        // The next walk fills the other list: let it find room there.
        _before.EnsureCapacity(_volumes.Count);
        return _fault;
    }

    private void AddLetters()
    {
        char* root = stackalloc char[4] { 'A', ':', '\\', '\0' };
        for (uint letters = _letters; letters != 0; letters >>= 1, root[0]++)
        {
            if ((letters & 1) != 0)
            {
                Add(new(root, 3), Kernel32.GetDriveTypeW(root));
            }
        }
    }

    private Fault AddFolders()
    {
        char* volume = stackalloc char[VolumeNameLength];
        nint walk = Kernel32.FindFirstVolumeW(volume, VolumeNameLength);
        if (walk == InvalidHandle)
        {
            return new(FaultKind.CallFailed, "FindFirstVolume", Marshal.GetLastPInvokeError());
        }

        do
        {
            AddFolderOf(volume);
        }
        while (Kernel32.FindNextVolumeW(walk, volume, VolumeNameLength) != 0);

        int error = Marshal.GetLastPInvokeError();
        _ = Kernel32.FindVolumeClose(walk);
        return error == NoMoreFiles ? Fault.None : new(FaultKind.CallFailed, "FindNextVolume", error);
    }

    /// <summary>Adds the first folder that leads to a volume, unless a drive letter does.</summary>
    private void AddFolderOf(char* volume)
    {
        ReadOnlySpan<char> paths = PathsOf(volume);
        ReadOnlySpan<char> first = default;
        for (int end = paths.IndexOf('\0'); end > 0; end = paths.IndexOf('\0'))
        {
            if (end == 3)
            {
                return;
            }

            first = first.IsEmpty ? paths[..end] : first;
            paths = paths[(end + 1)..];
        }

        if (!first.IsEmpty)
        {
            Add(first, Kernel32.GetDriveTypeW(volume));
        }
    }

    /// <summary>The paths that lead to a volume, each closed by NUL; empty if none does or the volume has gone meanwhile.</summary>
    private ReadOnlySpan<char> PathsOf(char* volume)
    {
        while (true)
        {
            uint length = 0;
            fixed (char* paths = _paths)
            {
                if (Kernel32.GetVolumePathNamesForVolumeNameW(volume, paths, (uint)_paths.Length, &length) != 0)
                {
                    return _paths.AsSpan(0, (int)Math.Min(length, (uint)_paths.Length));
                }
            }

            if (Marshal.GetLastPInvokeError() != MoreData || length <= _paths.Length)
            {
                return default;
            }

            _paths = new char[length];
        }
    }

    private void Add(ReadOnlySpan<char> path, uint type)
    {
        if (type != Kernel32.DRIVE_FIXED && (type <= Kernel32.DRIVE_NO_ROOT_DIR || !filter.MayWantUnusual))
        {
            return;
        }

        foreach (Volume known in _before)
        {
            if (known.Path.SequenceEqual(path))
            {
                _volumes.Add(known);
                return;
            }
        }

        Volume volume = new(path);
        filter.SetUnusual(volume.Name, type != Kernel32.DRIVE_FIXED);
        if (filter.WantedOf(volume.Name) != 0)
        {
            _volumes.Add(volume);
        }
    }
}
