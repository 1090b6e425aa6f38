namespace Collector.Sources.Linux;

/// <summary>One sensor of one chip: it has a temperature or a fan.</summary>
/// <remarks>https://docs.kernel.org/hwmon/sysfs-interface.html</remarks>
[NativeRow]
internal struct HardwareSensors
{
    /// <summary>Thousandths of a degree Celsius, below zero too.</summary>
    public double? Millidegrees;

    /// <summary>Turns in a minute.</summary>
    public ulong? FanSpeed;
}
