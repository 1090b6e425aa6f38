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
}
