namespace Collector.Sources.Windows;

/// <summary>What one disk has read and written. Times are in units of 100 ns; the counts wrap at 2^32.</summary>
[NativeRow]
internal struct PhysicalDisks
{
    public uint ReadCount;
    public uint WriteCount;
    public ulong BytesRead;
    public ulong BytesWritten;
    public ulong ReadTime;
    public ulong WriteTime;

    /// <summary>Requests that the disk works on, or that wait for it.</summary>
    public uint QueueDepth;

    /// <summary>When the disk was asked; <see cref="IdleTime"/> counts from the same beginning.</summary>
    public ulong QueryTime;

    public ulong IdleTime;
}
