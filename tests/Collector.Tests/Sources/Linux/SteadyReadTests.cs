using Collector.Sources;
using Collector.Sources.Linux;

namespace Collector.Tests.Sources.Linux;

[NotInParallel]
public sealed class SteadyReadTests
{
    private static readonly NamedTargets s_targets = new(["ssh", "cron"], ["sh", "no-such-process"], ["tcp:22", "udp:53"], ["/tmp", "/etc/passwd"]);

    [Test]
    [Arguments(false)]
    [Arguments(true)]
    public async Task No_source_allocates_when_nothing_changes(bool isForeign)
    {
        using LinuxHost host = new(s_targets);
        Fill(host);
        SourceContext context = isForeign ? host.Context : LinuxHost.Own(s_targets);
        (string Name, Action Read)[] sources =
        [
            ("ControlGroup", Reader(new ControlGroupSource(context))),
            ("HardwareSensors", Reader(new HardwareSensorsSource(context))),
            ("KernelClock", Reader(new KernelClockSource(context))),
            ("NamedFiles", Reader(new NamedFilesSource(context))),
            ("NamedPorts", Reader(new NamedPortsSource(context))),
            ("NamedServices", Reader(new NamedServicesSource(context))),
            ("NetworkLinks", Reader(new NetworkLinksSource(context))),
            ("PressureStalls", Reader(new PressureStallsSource(context))),
            ("SystemTotals", Reader(new SystemTotalsSource(context))),
            ("TcpConnections", Reader(new TcpConnectionsSource(context))),
        ];

        long[] allocated = new long[sources.Length];
        for (int tick = 0; tick < 200; tick++)
        {
            context.BeginTick();
            for (int index = 0; index < sources.Length; index++)
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                sources[index].Read();
                allocated[index] += tick < 70 ? 0 : GC.GetAllocatedBytesForCurrentThread() - before;
            }
        }

        string guilty = string.Join(", ", sources.Zip(allocated).Where(pair => pair.Second > 0).Select(pair => $"{pair.First.Name}: {pair.Second}"));
        await Assert.That(guilty).IsEqualTo("");
    }

    [Test]
    public async Task Processes_that_stay_cost_nothing_on_the_heap()
    {
        using LinuxHost host = new(s_targets);
        Fill(host);
        ProcessStatesSource states = new(host.Context);
        NamedProcessesSource named = new(host.Context);
        long allocated = 0;
        for (int tick = 0; tick < 100; tick++)
        {
            host.Context.BeginTick();
            long before = GC.GetAllocatedBytesForCurrentThread();
            states.Read(out _);
            named.Read(out _);
            allocated += tick < 10 ? 0 : GC.GetAllocatedBytesForCurrentThread() - before;
        }

        await Assert.That(allocated).IsEqualTo(0);
    }

    private static Action Reader<T>(INativeSource<T> source)
        where T : unmanaged => () =>
        {
            int rows = source.Read(out _).Length;
            for (int row = 0; row < rows; row++)
            {
                source.Key(row);
            }
        };

    private static void Fill(LinuxHost host)
    {
        host.Process(1, "init").Process(2, "sh").Process(3, "cron")
            .Write("proc/uptime", "1000.00 1500.00\n").Write("proc/loadavg", "0.20 0.18 0.12 1/80 11206\n")
            .Write("proc/stat", "cpu 1\nprocs_running 1\n").Write("proc/self/cgroup", "0::/\n")
            .Write("proc/net/tcp", "head\n").Write("proc/net/tcp6", "head\n").Write("proc/net/udp", "head\n")
            .Write("proc/pressure/cpu", "some avg10=0.00 avg60=0.00 avg300=0.00 total=1\n")
            .Write("sys/fs/cgroup/cgroup.controllers", "cpu memory\n").Write("sys/fs/cgroup/cpu.stat", "usage_usec 1\n")
            .Write("sys/fs/cgroup/system.slice/cron.service/cgroup.procs", "3\n")
            .Write("sys/class/hwmon/hwmon0/name", "k10temp\n").Write("sys/class/hwmon/hwmon0/temp1_input", "40000\n")
            .Write("sys/class/net/eth0/operstate", "up\n").Write("sys/class/net/eth0/speed", "1000\n")
            .Write("run/systemd/system/.keep", "").Write("run/systemd/sessions/1", "\nCLASS=user\nSTATE=active\n")
            .Write("usr/lib/systemd/system/cron.service", "[Service]\n")
            .Write("tmp/a", "").Write("etc/passwd", "root\n");
    }
}
