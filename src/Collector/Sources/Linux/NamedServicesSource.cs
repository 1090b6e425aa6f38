using System.Text;

namespace Collector.Sources.Linux;

/// <summary>Looks after the services that the configuration names: by systemd's unit files and its control groups.</summary>
internal sealed class NamedServicesSource(SourceContext context) : INativeSource<NamedServices>
{
    /// <summary>Reads between two looks at whether unit files have changed.</summary>
    private const int LookEvery = 60;

    private const string Cgroups = "/sys/fs/cgroup";

    private static readonly string[] s_unitFolders = ["/usr/lib/systemd/system", "/lib/systemd/system"];

    private static readonly Fault s_notHere = Fault.NotHere("systemd does not run on this host, and no other service manager is known");

    private readonly IReadOnlyList<string> _names = context.Targets.Services;
    private readonly byte[][] _keys = [.. context.Targets.Services.Select(Encoding.UTF8.GetBytes)];
    private readonly NamedServices[] _rows = new NamedServices[context.Targets.Services.Count];
    private ServiceState[] _services = [];
    private PathWatch? _units;
    private bool _isBooted;
    private bool _isSystemd;
    private int _age;

    public ReadOnlySpan<NamedServices> Read(out Fault fault)
    {
        if (_age % LookEvery == 0)
        {
            Look();
        }

        _age++;

        if (!_isSystemd)
        {
            fault = s_notHere;
            return default;
        }

        double? hostUptime = null;
        fault = Fault.None;
        if (_isBooted)
        {
            FieldReader uptime = new(context.File("/proc/uptime").Read(out fault));
            hostUptime = uptime.TryReadDecimal(0, out double seconds) ? seconds : null;
        }

        for (int index = 0; index < _services.Length; index++)
        {
            _rows[index] = _isBooted ? _services[index].Read(hostUptime) : _services[index].AtRest;
        }

        return _rows;
    }

    public ReadOnlySpan<byte> Key(int row) => _keys[row];

    public string Name(int row) => _names[row];

    private void Look()
    {
        _isBooted = _isBooted || Directory.Exists(KernelPath.TextBelow(context, UnitFiles.RunningMark));

        // In an image nothing runs, but its unit files say what will.
        _isSystemd = _isSystemd || _isBooted || (context is { IsForeign: true, Recording: null }
            && Array.Exists(s_unitFolders, folder => Directory.Exists(KernelPath.TextBelow(context, folder))));
        if (_isSystemd && _units?.HasChanged() != false)
        {
            FindUnits();
        }
    }

    private void FindUnits()
    {
        foreach (ServiceState service in _services)
        {
            service.Close();
        }

        // Until all are found nothing is known: should this fail, the next read looks again.
        _units = null;

        UnitFiles units = new(context);
        string hierarchy = Hierarchy();
        _services = [.. _names.Select(name => new ServiceState(context, hierarchy, units.Find(name)))];
        _units = new(units.Visited);
        _units.HasChanged();
    }

    /// <summary>Where systemd keeps its control groups: version 2, version 2 beside version 1, or version 1 alone.</summary>
    private string Hierarchy()
    {
        string root = KernelPath.TextBelow(context, Cgroups);
        return File.Exists(root + "/cgroup.controllers") ? Cgroups
            : Directory.Exists(root + "/unified") ? Cgroups + "/unified"
            : Cgroups + "/systemd";
    }
}
