using Collector.Scheduling;

namespace Collector.Tests.Scheduling;

public sealed class AllocationMeterTests
{
    [Test]
    [NotInParallel]
    public async Task What_this_thread_allocates_is_counted_to_the_byte()
    {
        AllocationMeter meter = new();
        meter.Take();
        byte[] block = new byte[1000];
        ulong counted = meter.Take();
        GC.KeepAlive(block);

        await Assert.That(counted).IsGreaterThanOrEqualTo(1024ul);
    }

    [Test]
    [NotInParallel]
    public async Task What_other_threads_allocate_is_counted_too()
    {
        AllocationMeter meter = new();
        meter.Take();
        byte[]? block = null;
        Thread thread = new(() => block = new byte[100_000]);
        thread.Start();
        thread.Join();
        ulong counted = meter.Take();
        GC.KeepAlive(block);

        await Assert.That(counted).IsGreaterThanOrEqualTo(100_000ul);
    }
}
