using Collector.Sources;
using Collector.Sources.Linux;

namespace Collector.Tests.Sources.Linux;

public sealed class PressureStallsTests
{
    private const string Both =
        "some avg10=1.25 avg60=0.50 avg300=0.10 total=123456\nfull avg10=0.75 avg60=0.25 avg300=0.05 total=65432\n";

    [Test]
    public async Task Each_resource_has_its_averages_and_totals()
    {
        using LinuxHost host = new();
        host.Write("proc/pressure/cpu", "some avg10=99.99 avg60=0.00 avg300=0.00 total=7\n").Write("proc/pressure/io", Both);
        PressureStallsSource source = new(host.Context);
        PressureStalls[] rows = host.Read(source, out Fault fault);

        await Assert.That(fault.IsNone).IsTrue();
        await Assert.That(LinuxHost.Names(source, rows.Length)).IsEqualTo("cpu|io");
        await Assert.That(rows[0]).IsEqualTo(new PressureStalls { SomeAvg10 = 99.99, SomeAvg60 = 0, SomeAvg300 = 0, SomeTotal = 7 });
        await Assert.That(rows[1]).IsEqualTo(new PressureStalls
        {
            SomeAvg10 = 1.25,
            SomeAvg60 = 0.5,
            SomeAvg300 = 0.1,
            SomeTotal = 123456,
            FullAvg10 = 0.75,
            FullAvg60 = 0.25,
            FullAvg300 = 0.05,
            FullTotal = 65432,
        });
    }

    [Test]
    public async Task Interrupts_have_only_a_full_line()
    {
        PressureStalls stalls = PressureStallsSource.Parse("full avg10=0.00 avg60=0.00 avg300=0.00 total=9\n"u8);

        await Assert.That(stalls.FullTotal).IsEqualTo(9ul);
        await Assert.That(stalls.SomeTotal).IsNull();
    }

    [Test]
    public async Task A_kernel_without_it_has_no_fault_to_mend()
    {
        using LinuxHost host = new();
        PressureStalls[] rows = host.Read(new PressureStallsSource(host.Context), out Fault fault);

        await Assert.That(rows.Length).IsEqualTo(0);
        await Assert.That(fault.IsFailure).IsFalse();
        await Assert.That(fault.ToString()).IsEqualTo("this kernel has no pressure stall information (CONFIG_PSI, psi=1)");
    }
}
