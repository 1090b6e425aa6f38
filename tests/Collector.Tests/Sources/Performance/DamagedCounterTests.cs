namespace Collector.Tests.Sources.Performance;

/// <summary>Providers write the data, and nothing that they write may do more than cost them their own values.</summary>
public sealed class DamagedCounterTests
{
    private const int HeaderBytes = 88;
    private const int ObjectBytes = 64;
    private const int DefinitionBytes = 40;
    private const int FirstInstance = HeaderBytes + ObjectBytes + DefinitionBytes;

    [Test]
    public async Task Data_that_ends_anywhere_is_no_more_than_a_fault()
    {
        byte[] whole = Blob();
        for (int length = 0; length < whole.Length; length++)
        {
            CounterRig rig = Rig();
            rig.Tick(whole[..length]);

            await Assert.That(rig.Fault.IsNone).IsFalse();
            await Assert.That(rig.Text()).IsEqualTo("");
        }
    }

    [Test]
    public async Task Random_bytes_anywhere_never_throw()
    {
        Random random = new(4711);
        byte[] whole = Blob();
        int read = 0;
        for (int round = 0; round < 20_000; round++)
        {
            byte[] damaged = [.. whole];
            for (int change = random.Next(1, 5); change > 0; change--)
            {
                byte[] value = random.Next(3) switch
                {
                    0 => [0xFF, 0xFF, 0xFF, 0xFF],
                    1 => [(byte)random.Next(256), 0, 0, 0],
                    _ => BitConverter.GetBytes(random.Next()),
                };
                value.CopyTo(damaged, random.Next((damaged.Length / 4) - 1) * 4);
            }

            CounterRig rig = Rig();
            rig.Tick(damaged);
            rig.Set.InstanceNames();
            read += rig.Set.Rows.Length;
        }

        await Assert.That(read).IsGreaterThan(20_000);
    }

    [Test]
    public async Task An_instance_whose_name_lies_outside_of_it_costs_only_itself()
    {
        byte[] damaged = Blob();
        BitConverter.GetBytes(5000).CopyTo(damaged, FirstInstance + 16);

        CounterRig rig = Rig().Tick(damaged);

        await Assert.That(rig.Text()).IsEqualTo("1: 20");
        await Assert.That(rig.Fault.IsNone).IsTrue();
    }

    [Test]
    public async Task A_list_of_instances_that_breaks_off_is_told_and_what_came_before_is_kept()
    {
        byte[] damaged = Blob();
        BitConverter.GetBytes(5000).CopyTo(damaged, FirstInstance + 32 + 16);

        CounterRig rig = Rig().Tick(damaged);

        await Assert.That(rig.Text()).IsEqualTo("0: 10");
        await Assert.That(rig.Fault.ToString()).Contains("'Processor' is broken").And.Contains("ends after 1");
    }

    [Test]
    public async Task A_counter_that_lies_outside_of_its_block_has_no_value()
    {
        byte[] damaged = Blob();
        BitConverter.GetBytes(12).CopyTo(damaged, HeaderBytes + ObjectBytes + 36);

        await Assert.That(Rig().Tick(damaged).Text()).IsEqualTo("0: -\n1: -");
    }

    private static CounterRig Rig() => new("Processor", "*", "% Processor Time");

    private static byte[] Blob() => PerformanceBlob.Write(0, new BlobObject(238)
    {
        Counters = [(6, 0x10410500)],
        Instances = [new("0", 10), new("1", 20)],
    });
}
