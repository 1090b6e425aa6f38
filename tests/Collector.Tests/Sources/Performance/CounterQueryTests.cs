using Collector.Sources.Windows.Performance;

namespace Collector.Tests.Sources.Performance;

/// <summary>The second way is taken for what the registry does not have.</summary>
public sealed class CounterQueryTests
{
    [Test]
    public async Task An_object_that_the_registry_lacks_is_read_by_a_query()
    {
        CounterRig rig = new("Energy Meter", "*", "Power", "Voltage") { Query = static _ => new MeterQuery() };

        rig.Tick();
        rig.Tick();

        await Assert.That(rig.Text()).IsEqualTo("CPU: 2 -\nGPU: 3 -");
        await Assert.That(rig.Fault.ToString()).StartsWith("there is no counter 'Voltage' in the performance object 'Energy Meter'");
    }

    [Test]
    public async Task A_query_is_opened_anew_once_a_minute_at_most()
    {
        int opened = 0;
        CounterRig rig = new("Energy Meter", "*", "Power") { Query = _ => { opened++; return null; } };

        rig.Tick().Tick().Tick();
        await Assert.That(opened).IsEqualTo(1);

        rig.Now = 60_000;
        rig.Tick().Tick();
        await Assert.That(opened).IsEqualTo(2);
        await Assert.That(rig.Fault.ToString()).Contains("there is no object 'Energy Meter'").And.Contains("lodctr /R");
    }

    [Test]
    public async Task A_query_ends_when_the_registry_has_the_object()
    {
        MeterQuery query = new();
        CounterRig rig = new("Processor", "*", "% Processor Time", "% User Time") { Query = _ => query };
        rig.Registry.Names = "6\0% Processor Time\0";
        rig.Tick();
        rig.Registry.Names = "6\0% Processor Time\0" + "238\0Processor\0";
        rig.Now = 60_000;

        rig.Tick(PerformanceBlob.Write(0, new BlobObject(238) { Counters = [(6, 0x10410500)], Instances = [new("0", 5)] }));

        await Assert.That(rig.Text()).IsEqualTo("0: 5 -");
        await Assert.That(query.IsClosed).IsTrue();
    }

    /// <summary>Knows the first counter of two instances.</summary>
    private sealed class MeterQuery : ICounterQuery
    {
        public ulong Known => 1;

        public bool IsClosed { get; private set; }

        public bool Read(CounterSet set)
        {
            set.Define(0, 0x00010100);
            set.Next("CPU")!.Take(0, set.Counters.Length, new(0x00010100, 2));
            set.Next("GPU")!.Take(0, set.Counters.Length, new(0x00010100, 3));
            return true;
        }

        public void Close() => IsClosed = true;
    }
}
