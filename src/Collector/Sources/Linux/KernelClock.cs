namespace Collector.Sources.Linux;

/// <summary>What the kernel knows of how well its clock is kept.</summary>
[NativeRow]
internal struct KernelClock
{
    public double OffsetSeconds;

    /// <summary>1 or 0.</summary>
    public uint Synchronized;
    public double MaxErrorSeconds;
    public double EstimatedErrorSeconds;
}
