using Collector.Metrics;
using Collector.Sources;
using Collector.Sources.Windows.Performance;

namespace Collector.Tests.Sources.Performance;

/// <summary>Rows of performance objects, as they come and go in what the registry answers.</summary>
public sealed class CounterSetTests
{
    private const uint Level = 0x00010000;
    private const uint LargeTotal = 0x10410500;

    private const string Names =
        "1\0" + "1847\0" + "230\0Process\0" + "232\0Thread\0" + "236\0LogicalDisk\0" + "4\0Memory\0" + "10\0Threads\0" + "12\0Reads\0" + "14\0Free\0";

    [Test]
    public async Task Every_instance_is_a_row_and_equal_names_are_numbered()
    {
        CounterRig rig = Rig("Process", "*", "Threads", "Reads");

        rig.Tick(Processes(("Idle", 2), ("svchost", 7), ("svchost", 9), ("SvcHost", 3), ("_Total", 21)));

        await Assert.That(rig.Fault).IsEqualTo(Fault.None);
        await Assert.That(rig.Text()).IsEqualTo("Idle: 2 1002\nsvchost: 7 1007\nsvchost#1: 9 1009\nSvcHost#2: 3 1003\n_Total: 21 1021");
    }

    [Test]
    public async Task Instances_come_and_go()
    {
        CounterRig rig = Rig("Process", "*", "Threads");
        rig.Tick(Processes(("a", 1), ("b", 2)));
        Row second = rig.Set.Rows[1];

        rig.Tick(Processes(("c", 3), ("b", 4)));

        await Assert.That(rig.Text()).IsEqualTo("c: 3\nb: 4");
        await Assert.That(rig.Set.Rows[1]).IsSameReferenceAs(second);
        await Assert.That(rig.Tick(Processes()).Text()).IsEqualTo("");
        await Assert.That(rig.Fault).IsEqualTo(Fault.None);
    }

    [Test]
    [Arguments("svchost", ": 7")]
    [Arguments("svchost#0", ": 7")]
    [Arguments("SVCHOST#1", ": 9")]
    [Arguments("svc*", "svchost: 7\nsvchost#1: 9")]
    public async Task One_instance_or_some_can_be_named(string instances, string expected)
    {
        CounterRig rig = Rig("Process", instances, "Threads");

        rig.Tick(Processes(("Idle", 2), ("svchost", 7), ("svchost", 9)));

        await Assert.That(rig.Text()).IsEqualTo(expected);
    }

    [Test]
    public async Task An_instance_of_a_parent_bears_its_name_too()
    {
        CounterRig rig = Rig("Thread", "*", "Reads");
        BlobObject processes = Object(230, (10, Level), new BlobInstance("Idle", 1), new("svchost", 2));
        BlobObject threads = Object(
            232, (12, LargeTotal),
            new BlobInstance("0", 5) { ParentTitle = 230, ParentIndex = 0 },
            new("0", 6) { ParentTitle = 230, ParentIndex = 1 },
            new("1", 7) { ParentTitle = 230, ParentIndex = 1 },
            new("9", 8) { ParentTitle = 230, ParentIndex = 4 });

        rig.Tick(PerformanceBlob.Write(0, processes, threads));

        await Assert.That(rig.Text()).IsEqualTo("Idle/0: 5\nsvchost/0: 6\nsvchost/1: 7\n9: 8");
    }

    [Test]
    public async Task A_number_stands_for_a_name_that_an_instance_does_not_have()
    {
        CounterRig rig = Rig("LogicalDisk", "*", "Reads");

        rig.Tick(PerformanceBlob.Write(0, Object(
            236, (12, LargeTotal), new BlobInstance("", 1) { UniqueId = 17 }, new("C:", 2) { UniqueId = 18 }, new("", 3))));

        await Assert.That(rig.Text()).IsEqualTo("17: 1\nC:: 2");
    }

    [Test]
    public async Task Names_may_be_single_bytes()
    {
        CounterRig rig = Rig("LogicalDisk", "*", "Reads");

        rig.Tick(PerformanceBlob.Write(0, new BlobObject(236)
        {
            CodePage = 1252, Counters = [(12, LargeTotal)], Instances = [new("Größe", 1), new("C:", 2)],
        }));

        await Assert.That(rig.Text()).IsEqualTo("Größe: 1\nC:: 2");
    }

    [Test]
    public async Task An_object_without_instances_has_one_row()
    {
        CounterRig rig = Rig("Memory", null, "Free", "Reads");

        rig.Tick(Memory());

        await Assert.That(rig.Text()).IsEqualTo(": 77 88");
    }

    [Test]
    public async Task All_sets_are_read_by_one_query_a_tick()
    {
        CounterRig rig = Rig("Process", "*", "Threads");
        CounterSet memory = new(rig.Counters, "Memory", null, "Free");

        rig.Tick(Processes(("a", 1)));
        memory.Read();
        rig.Tick();
        memory.Read();

        await Assert.That(string.Join(", ", rig.Registry.Queries)).IsEqualTo("230 4, 230 4");
        await Assert.That(rig.Registry.NameReads).IsEqualTo(1);
    }

    [Test]
    public async Task A_name_with_several_numbers_is_looked_for_under_all_of_them()
    {
        CounterRig rig = Rig("Process", "*", "Threads");
        rig.Registry.Names = "5000\0Process\0" + "5002\0Threads\0" + Names;

        rig.Tick(Processes(("a", 1)));

        await Assert.That(string.Join(", ", rig.Registry.Queries)).IsEqualTo("5000 230");
        await Assert.That(rig.Text()).IsEqualTo("a: 1");
    }

    [Test]
    public async Task What_is_missing_is_named_with_what_to_do()
    {
        List<string> faults =
        [
            Rig("Proces", "*", "Threads").Tick(Memory()).Fault.ToString(),
            Rig("SQLServer:Buffer Manager", null, "Page life expectancy").Tick(Memory()).Fault.ToString(),
            Rig("Process", "*", "Threads").Tick(Memory()).Fault.ToString(),
            Rig("Process", "*", "Reads", "Thread").Tick(Processes(("a", 1))).Fault.ToString(),
            Rig("Process", null, "Threads").Tick(Processes(("a", 1))).Fault.ToString(),
            Rig("Process", "c", "Threads").Tick(Processes(("a", 1), ("b", 2))).Fault.ToString(),
            Rig("Memory", "*", "Free").Tick(Memory()).Fault.ToString(),
            Rig("Memory", null, "Free").Tick("no block"u8.ToArray()).Fault.ToString(),
            Rig("Memory", null, "Reads").Tick(PerformanceBlob.Write(0, Object(4, (12, 0x00000B00), new BlobInstance("", 1)))).Fault.ToString(),
        ];
        CounterRig unnamed = Rig("Memory", null, "Free");
        unnamed.Registry.Names = "";
        faults.Add(unnamed.Tick(Memory()).Fault.ToString());

        await Verify(string.Join('\n', faults) + "\n");
    }

    [Test]
    public async Task A_missing_counter_leaves_the_others_their_values()
    {
        CounterRig rig = Rig("Process", "*", "Thread", "Reads");

        rig.Tick(Processes(("a", 1)));

        await Assert.That(rig.Text()).IsEqualTo("a: - 1001");
    }

    [Test]
    public async Task Names_are_looked_up_again_after_a_minute_and_not_before()
    {
        CounterRig rig = Rig("Process", "*", "Threads");
        rig.Registry.Names = "4\0Memory\0";
        rig.Tick(Processes(("a", 1)));
        rig.Registry.Names = Names;

        rig.Now = 59_999;
        rig.Tick();
        await Assert.That(rig.Text()).IsEqualTo("");

        rig.Now = 60_000;
        rig.Tick();
        await Assert.That(rig.Text()).IsEqualTo("a: 1");
        await Assert.That(rig.Fault).IsEqualTo(Fault.None);
    }

    [Test]
    public async Task A_read_that_fails_is_told_with_the_systems_words_and_made_good()
    {
        CounterRig rig = Rig("Process", "*", "Threads");
        rig.Registry.Error = 5;
        rig.Tick(Processes(("a", 1)));

        await Assert.That(rig.Fault.Kind).IsEqualTo(FaultKind.CallFailed);
        await Assert.That(rig.Fault.Code).IsEqualTo(5);

        rig.Registry.Error = 0;
        await Assert.That(rig.Tick().Text()).IsEqualTo("a: 1");
        await Assert.That(rig.Fault).IsEqualTo(Fault.None);
    }

    [Test]
    public async Task A_steady_read_allocates_nothing()
    {
        CounterRig rig = Rig("Process", "*", "Threads", "Reads", "Nothing");
        rig.Tick(Processes(("Idle", 2), ("svchost", 7), ("svchost", 9)));
        rig.Tick();
        rig.Registry.Queries.Capacity = 1000;

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int tick = 0; tick < 100; tick++)
        {
            rig.Tick();
        }

        await Assert.That(GC.GetAllocatedBytesForCurrentThread() - before).IsEqualTo(0);
        await Assert.That(rig.Fault.IsNone).IsFalse();
    }

    private static CounterRig Rig(string name, string? instances, params string[] counters)
    {
        CounterRig rig = new(name, instances, counters);
        rig.Registry.Names = Names;
        return rig;
    }

    private static byte[] Processes(params (string Name, ulong Threads)[] processes) => PerformanceBlob.Write(0, Memories(), new(230)
    {
        Counters = [(10, Level), (12, LargeTotal)],
        Instances = [.. processes.Select(static process => new BlobInstance(process.Name, process.Threads, process.Threads + 1000))],
    });

    private static byte[] Memory() => PerformanceBlob.Write(0, Memories());

    private static BlobObject Memories() =>
        new(4) { HasInstances = false, Counters = [(14, Level), (12, LargeTotal)], Instances = [new("", 77, 88)] };

    private static BlobObject Object(uint title, (uint, uint) counter, params BlobInstance[] instances) => new(title)
    {
        HasInstances = instances is not [{ Name: "", UniqueId: -1 }], Counters = [counter], Instances = [.. instances],
    };
}
