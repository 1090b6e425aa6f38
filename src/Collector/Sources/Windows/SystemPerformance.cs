namespace Collector.Sources.Windows;

/// <summary>What memory management had to do since boot. All counts wrap at 2^32.</summary>
[NativeRow]
internal struct SystemPerformance
{
    public uint PageFaultCount;

    /// <summary>Reads that page faults had to wait for, of one page or several.</summary>
    public uint PageReadIoCount;

    public uint PageReadCount;

    /// <summary>Pages written to page files and to mapped files.</summary>
    public uint PagesWrittenCount;
}
