namespace Collector.Sources.Windows;

/// <summary>A service that the configuration names.</summary>
[NativeRow]
internal struct NamedServices
{
    /// <summary>1 if it runs, 0 if not: also if it is about to start or to stop, paused, or not there at all.</summary>
    public uint Running;

    /// <summary>0 boot, 1 system, 2 automatic, 3 on demand, 4 disabled; absent if there is no such service.</summary>
    public ulong? StartType;

    /// <summary>Since its process was started; absent while it does not run, and for a driver.</summary>
    public double? UptimeSeconds;
}
