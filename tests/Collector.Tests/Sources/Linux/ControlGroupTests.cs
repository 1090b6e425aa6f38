using Collector.Sources;
using Collector.Sources.Linux;

namespace Collector.Tests.Sources.Linux;

public sealed class ControlGroupTests
{
    [Test]
    public async Task A_container_has_its_limits_and_its_use()
    {
        using LinuxHost host = new();
        Container(host, "");
        ControlGroup[] rows = host.Read(new ControlGroupSource(host.Context), out Fault fault);

        await Assert.That(fault.IsNone).IsTrue();
        await Assert.That(rows.Single()).IsEqualTo(new ControlGroup
        {
            CpuUsage = 5_000_000,
            CpuUser = 3_000_000,
            CpuSystem = 2_000_000,
            CpuLimit = 1.5,
            CpuPeriods = 100,
            CpuThrottledPeriods = 7,
            CpuThrottled = 250_000,
            MemoryUsed = 104_857_600,
            MemoryLimit = 536_870_912,
            MemorySwap = 4096,
            MemoryFile = 8192,
            OomKills = 2,
            Processes = 12,
            ProcessesLimit = 512,
            ReadBytes = 11,
            WriteBytes = 22,
        });
    }

    [Test]
    public async Task A_group_without_limits_and_controllers_has_what_is_left()
    {
        using LinuxHost host = new();
        host.Write("proc/self/cgroup", "0::/\n")
            .Write("sys/fs/cgroup/cgroup.controllers", "cpu memory\n")
            .Write("sys/fs/cgroup/cpu.stat", "usage_usec 5\nuser_usec 3\nsystem_usec 2\n")
            .Write("sys/fs/cgroup/cpu.max", "max 100000\n")
            .Write("sys/fs/cgroup/memory.max", "max\n")
            .Write("sys/fs/cgroup/pids.max", "max\n");
        ControlGroup[] rows = host.Read(new ControlGroupSource(host.Context), out Fault fault);

        await Assert.That(fault.IsNone).IsTrue();
        await Assert.That(rows.Single()).IsEqualTo(new ControlGroup { CpuUsage = 5, CpuUser = 3, CpuSystem = 2 });
    }

    [Test]
    public async Task The_group_is_the_collectors_own()
    {
        using LinuxHost host = new();
        Container(host, "/system.slice/collector.service");
        ControlGroup[] rows = host.Read(new ControlGroupSource(host.Context), out _);

        await Assert.That(rows.Single().Processes).IsEqualTo(12ul);
    }

    [Test]
    public async Task Where_the_hosts_path_is_seen_but_not_mounted_the_root_is_the_containers_group()
    {
        using LinuxHost host = new();
        Container(host, "");
        host.Write("proc/self/cgroup", "0::/docker/0123456789ab\n");
        ControlGroup[] rows = host.Read(new ControlGroupSource(host.Context), out _);

        await Assert.That(rows.Single().MemoryLimit).IsEqualTo(536_870_912ul);
    }

    [Test]
    [Arguments("4:memory:/a\n1:cpu:/\n", "")]
    [Arguments("4:memory:/a\n0::/\n", "\n")]
    public async Task A_host_with_version_1_has_no_fault_to_mend(string membership, string controllers)
    {
        using LinuxHost host = new();
        host.Write("proc/self/cgroup", membership).Write("sys/fs/cgroup/cgroup.controllers", controllers);
        ControlGroup[] rows = host.Read(new ControlGroupSource(host.Context), out Fault fault);

        await Assert.That(rows.Length).IsEqualTo(0);
        await Assert.That(fault.Kind).IsEqualTo(FaultKind.NotHere);
    }

    private static void Container(LinuxHost host, string path)
    {
        string folder = "sys/fs/cgroup" + path;
        host.Write("proc/self/cgroup", $"0::{(path.Length > 0 ? path : "/")}\n")
            .Write("sys/fs/cgroup/cgroup.controllers", "cpuset cpu io memory pids\n")
            .Write(folder + "/cgroup.controllers", "cpu io memory pids\n")
            .Write(folder + "/cpu.stat", "usage_usec 5000000\nuser_usec 3000000\nsystem_usec 2000000\nnr_periods 100\nnr_throttled 7\nthrottled_usec 250000\n")
            .Write(folder + "/cpu.max", "150000 100000\n")
            .Write(folder + "/memory.current", "104857600\n")
            .Write(folder + "/memory.max", "536870912\n")
            .Write(folder + "/memory.swap.current", "4096\n")
            .Write(folder + "/memory.stat", "anon 1\nfile 8192\nfile_mapped 3\n")
            .Write(folder + "/memory.events", "low 0\nhigh 0\nmax 5\noom 2\noom_kill 2\n")
            .Write(folder + "/pids.current", "12\n")
            .Write(folder + "/pids.max", "512\n")
            .Write(folder + "/io.stat", "8:0 rbytes=10 wbytes=20 rios=1 wios=1 dbytes=0 dios=0\n8:16 rbytes=1 wbytes=2 rios=1\n");
    }
}
