using System.Text;

namespace Collector.Sources.Linux;

/// <summary>Reads the control group that the collector runs in: that of its container, or of its service.</summary>
internal sealed class ControlGroupSource(SourceContext context) : INativeSource<ControlGroup>
{
    private const string Root = "/sys/fs/cgroup";

    /// <summary>Reads between two looks at which group the collector is in: it is moved at most once or twice.</summary>
    private const int LookEvery = 60;

    private static readonly Fault s_notHere =
        Fault.NotHere("this host has no control groups of version 2 (the unified hierarchy), or they have no controllers");

    private readonly KernelFile _membership = new(context, "/proc/self/cgroup");
    private byte[] _path = [];
    private ControlGroupFiles? _files;
    private ControlGroup _row;
    private bool _isKnown;
    private int _age;

    public ReadOnlySpan<ControlGroup> Read(out Fault fault)
    {
        if (_age++ % LookEvery == 0)
        {
            Look();
        }

        if (_files is null)
        {
            fault = s_notHere;
            return default;
        }

        _row = _files.Read();
        fault = _files.Fault;
        if (fault.IsNone)
        {
            return new(ref _row);
        }

        _isKnown = false;
        _age = 0;
        return default;
    }

    public ReadOnlySpan<byte> Key(int row) => default;

    public string Name(int row) => "";

    private void Look()
    {
        ReadOnlySpan<byte> path = ControlGroupText.Path(_membership.Read(stackalloc byte[4096]));
        if (_isKnown && path.SequenceEqual(_path))
        {
            return;
        }

        _files?.Close();
        _files = null;
        _isKnown = true;
        _path = path.ToArray();
        if (!path.IsEmpty && HasControllers())
        {
            _files = new(context, FolderOf(Encoding.UTF8.GetString(path).TrimEnd('/')));
        }
    }

    /// <summary>In a hybrid hierarchy version 2 is there, with all its controllers given to version 1.</summary>
    private bool HasControllers()
    {
        KernelFile controllers = new(context, Root + "/cgroup.controllers");
        ReadOnlySpan<byte> names = controllers.Read(stackalloc byte[256]);
        controllers.Close();
        return names.IndexOfAnyExcept((byte)'\n', (byte)' ') >= 0;
    }

    /// <summary>In a container that sees its host's path, its own group is mounted as the root of all.</summary>
    private string FolderOf(string path)
    {
        KernelFile probe = new(context, $"{Root}{path}/cgroup.controllers");
        probe.Read(stackalloc byte[256]);
        probe.Close();
        return probe.Error == 0 ? Root + path : Root;
    }
}
