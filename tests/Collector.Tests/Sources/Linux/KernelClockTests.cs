using Collector.Interop;
using Collector.Sources;
using Collector.Sources.Linux;

namespace Collector.Tests.Sources.Linux;

public sealed class KernelClockTests
{
    [Test]
    public async Task The_unit_of_the_offset_is_what_the_status_says()
    {
        Libc.TIMEX clock = new() { offset = -1500, maxerror = 16_000_000, esterror = 250, status = Libc.STA_UNSYNC };
        await Assert.That(KernelClockSource.Convert(clock, state: Libc.TIME_ERROR)).IsEqualTo(new KernelClock
        {
            OffsetSeconds = -0.0015,
            Synchronized = 0,
            MaxErrorSeconds = 16,
            EstimatedErrorSeconds = 0.00025,
        });

        clock.status = Libc.STA_NANO;
        KernelClock kept = KernelClockSource.Convert(clock, state: 0);
        await Assert.That(kept.OffsetSeconds).IsEqualTo(-1.5e-6).Within(1e-15);
        await Assert.That(kept.Synchronized).IsEqualTo(1u);
    }

    [Test]
    public async Task The_clock_of_this_host_answers_and_that_of_a_recorded_one_does_not()
    {
        await Assert.That(new KernelClockSource(LinuxHost.Own()).Read(out Fault fault).Length).IsEqualTo(1);
        await Assert.That(fault.IsNone).IsTrue();

        using LinuxHost host = new();
        await Assert.That(new KernelClockSource(host.Context).Read(out fault).Length).IsEqualTo(0);
        await Assert.That(fault.IsFailure).IsFalse();
    }
}
