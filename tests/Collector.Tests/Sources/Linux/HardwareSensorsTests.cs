using Collector.Sources;
using Collector.Sources.Linux;

namespace Collector.Tests.Sources.Linux;

public sealed class HardwareSensorsTests
{
    [Test]
    public async Task Sensors_are_named_by_chip_and_label()
    {
        using LinuxHost host = new();
        Chip(host, 0, "coretemp", ("temp1_input", "45000"), ("temp1_label", "Package id 0"), ("temp2_input", "-1500"), ("temp1_max", "100000"));
        Chip(host, 1, "nct6775", ("fan2_input", "1200"), ("fan1_input", "0"), ("in0_input", "900"));
        HardwareSensorsSource source = new(host.Context);
        HardwareSensors[] rows = host.Read(source, out Fault fault);

        await Assert.That(fault.IsNone).IsTrue();
        await Assert.That(LinuxHost.Names(source, rows.Length))
            .IsEqualTo("coretemp_Package id 0|coretemp_temp2|nct6775_fan1|nct6775_fan2");
        await Assert.That(rows[0]).IsEqualTo(new HardwareSensors { Millidegrees = 45000 });
        await Assert.That(rows[1]).IsEqualTo(new HardwareSensors { Millidegrees = -1500 });
        await Assert.That(rows[3]).IsEqualTo(new HardwareSensors { FanSpeed = 1200 });
    }

    [Test]
    public async Task Chips_of_one_name_are_told_apart_by_their_devices()
    {
        using LinuxHost host = new();
        Chip(host, 10, "nvme", ("temp1_input", "2000"), ("temp1_label", "Composite"));
        Chip(host, 9, "nvme", ("temp1_input", "1000"), ("temp1_label", "Composite"), ("temp2_input", "1"), ("temp2_label", "Composite"));
        host.Link("sys/class/hwmon/hwmon9/device", "../../nvme0").Link("sys/class/hwmon/hwmon10/device", "../../nvme1");
        HardwareSensorsSource source = new(host.Context);
        HardwareSensors[] rows = host.Read(source, out _);

        await Assert.That(LinuxHost.Names(source, rows.Length))
            .IsEqualTo("nvme_nvme0_Composite|nvme_nvme0_Composite_2|nvme_nvme1_Composite");
    }

    [Test]
    public async Task A_sensor_without_a_value_is_left_out_for_the_time()
    {
        using LinuxHost host = new();
        Chip(host, 0, "drivetemp", ("temp1_input", ""), ("temp2_input", "30000"));
        HardwareSensorsSource source = new(host.Context);
        await Assert.That(LinuxHost.Names(source, host.Read(source, out Fault fault).Length)).IsEqualTo("drivetemp_temp2");
        await Assert.That(fault.IsNone).IsTrue();

        host.Write("sys/class/hwmon/hwmon0/temp1_input", "20000\n");
        await Assert.That(LinuxHost.Names(source, host.Read(source, out _).Length)).IsEqualTo("drivetemp_temp1|drivetemp_temp2");
    }

    [Test]
    public async Task A_chip_that_comes_later_is_found()
    {
        using LinuxHost host = new();
        Chip(host, 0, "acpitz", ("temp1_input", "30000"));
        HardwareSensorsSource source = new(host.Context);
        host.Read(source, out _);
        Chip(host, 1, "nvme", ("temp1_input", "40000"));
        int rows = 0;
        for (int read = 0; read < 60; read++)
        {
            rows = host.Read(source, out _).Length;
        }

        await Assert.That(LinuxHost.Names(source, rows)).IsEqualTo("acpitz_temp1|nvme_temp1");
    }

    [Test]
    public async Task A_virtual_machine_has_no_fault_to_mend()
    {
        using LinuxHost host = new();
        host.Read(new HardwareSensorsSource(host.Context), out Fault fault);

        await Assert.That(fault.IsFailure).IsFalse();
        await Assert.That(fault.ToString()).Contains("/sys/class/hwmon");
    }

    private static void Chip(LinuxHost host, int number, string name, params (string File, string Text)[] files)
    {
        host.Write($"sys/class/hwmon/hwmon{number}/name", name + "\n");
        foreach ((string file, string text) in files)
        {
            host.Write($"sys/class/hwmon/hwmon{number}/{file}", text.Length > 0 ? text + "\n" : "");
        }
    }
}
