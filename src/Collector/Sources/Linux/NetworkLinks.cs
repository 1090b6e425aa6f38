namespace Collector.Sources.Linux;

/// <summary>The state of one network interface.</summary>
[NativeRow]
internal struct NetworkLinks
{
    /// <summary>1 or 0.</summary>
    public uint Up;

    /// <summary>Absent where the driver knows none: loopback, bridges, a cable that is not plugged in.</summary>
    public ulong? BitsPerSecond;
}
