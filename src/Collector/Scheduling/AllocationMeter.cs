namespace Collector.Scheduling;

/// <summary>Counts the managed bytes that the process allocated, exactly, and for nothing while there are none.</summary>
/// <remarks>
/// This thread's own count is exact and cheap. The process's cheap count moves only when some thread takes new room
/// (8 KiB); only then is its exact count worth stopping all threads for.
/// </remarks>
internal sealed class AllocationMeter
{
    private long _thread = GC.GetAllocatedBytesForCurrentThread();
    private long _coarse = GC.GetTotalAllocatedBytes(precise: false);
    private long _counted = GC.GetTotalAllocatedBytes(precise: true);

    /// <summary>The bytes since the last call.</summary>
    public ulong Take()
    {
        long thread = GC.GetAllocatedBytesForCurrentThread();
        long bytes = thread - _thread;
        _thread = thread;

        long coarse = GC.GetTotalAllocatedBytes(precise: false);
        if (coarse != _coarse)
        {
            _coarse = coarse;
            bytes = Math.Max(bytes, GC.GetTotalAllocatedBytes(precise: true) - _counted);
        }

        _counted += bytes;
        return (ulong)bytes;
    }
}
