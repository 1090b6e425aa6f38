namespace Collector.Sources.Linux;

/// <summary>Reads temperatures and fans from the kernel's hardware monitoring.</summary>
internal sealed class HardwareSensorsSource(SourceContext context) : INativeSource<HardwareSensors>
{
    /// <summary>Reads between two looks at which chips there are: drivers come late, disks are plugged in.</summary>
    private const int LookEvery = 60;

    private static readonly Fault s_notHere =
        Fault.NotHere($"this host shows no sensors ({SensorChips.Path}); virtual machines have none");

    private readonly Folder _folder = new(KernelPath.Below(context, SensorChips.Path));
    private Sensor[] _sensors = [];
    private HardwareSensors[] _rows = [];
    private int[] _sensorOfRow = [];
    private int _chips;
    private bool _isOutdated = true;
    private int _age;

    public ReadOnlySpan<HardwareSensors> Read(out Fault fault)
    {
        if (_age++ % LookEvery == 0)
        {
            Look();
        }

        fault = _sensors.Length == 0 ? s_notHere : Fault.None;
        int count = 0;
        for (int index = 0; index < _sensors.Length; index++)
        {
            if (_sensors[index].TryRead(out _rows[count]))
            {
                _sensorOfRow[count++] = index;
            }
            else if (_sensors[index].HasGone)
            {
                _isOutdated = true;
            }
        }

        return _rows.AsSpan(0, count);
    }

    public ReadOnlySpan<byte> Key(int row) => _sensors[_sensorOfRow[row]].Key;

    public string Name(int row) => _sensors[_sensorOfRow[row]].Name;

    /// <summary>Lists the sensors anew if chips came or went; each new one has a number of its own.</summary>
    private void Look()
    {
        int chips = Fingerprint();
        if (chips == _chips && !_isOutdated)
        {
            return;
        }

        foreach (Sensor sensor in _sensors)
        {
            sensor.Close();
        }

        _chips = chips;
        _isOutdated = false;
        _sensors = SensorChips.List(context);
        _rows = new HardwareSensors[_sensors.Length];
        _sensorOfRow = new int[_sensors.Length];
    }

    private int Fingerprint()
    {
        HashCode hash = default;
        if (_folder.TryBegin())
        {
            while (_folder.Next())
            {
                hash.AddBytes(_folder.Current);
            }
        }

        return hash.ToHashCode();
    }
}
