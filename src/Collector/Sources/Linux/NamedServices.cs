namespace Collector.Sources.Linux;

/// <summary>The state of one service.</summary>
[NativeRow]
internal struct NamedServices
{
    /// <summary>1 or 0; absent in an image, where nothing runs yet.</summary>
    public uint? Running;

    /// <summary>2 starts by itself, 3 when asked for, 4 never; absent if there is no such service.</summary>
    public ulong? StartType;

    /// <summary>Absent while it does not run.</summary>
    public double? UptimeSeconds;
}
