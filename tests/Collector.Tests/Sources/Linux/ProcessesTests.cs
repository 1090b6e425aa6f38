using System.Diagnostics;
using Collector.Sources;
using Collector.Sources.Linux;

namespace Collector.Tests.Sources.Linux;

public sealed class ProcessesTests
{
    [Test]
    public async Task Processes_are_counted_by_state_as_collectd_does()
    {
        using LinuxHost host = new();
        host.Process(1, "init", 'S').Process(2, "kthreadd", 'I').Process(30, "a) R (b", 'S').Process(4, "cc", 'R')
            .Process(5, "dd", 'D').Process(6, "stopped", 'T').Process(7, "traced", 't').Process(8, "defunct", 'Z')
            .Process(9, "old", 'W').Process(10, "dead", 'X')
            .Write("proc/stat", "cpu 1 2 3\nintr 5\nprocs_running 3\nprocs_blocked 0\n")
            .Write("proc/sys/kernel/hostname", "h\n");
        ProcessStates[] rows = host.Read(new ProcessStatesSource(host.Context), out Fault fault);

        await Assert.That(fault.IsNone).IsTrue();
        await Assert.That(rows.Single()).IsEqualTo(new ProcessStates
        {
            Total = 10,
            Running = 3,
            Sleeping = 2,
            Blocked = 1,
            Stopped = 2,
            Zombies = 1,
            Paging = 1,
            Idle = 1,
        });
    }

    [Test]
    public async Task Without_the_kernels_count_those_found_running_are_running()
    {
        using LinuxHost host = new();
        host.Process(4, "cc", 'R').Process(5, "cc", 'R');

        await Assert.That(host.Read(new ProcessStatesSource(host.Context), out _).Single().Running).IsEqualTo(2ul);
    }

    [Test]
    public async Task Processes_come_and_go()
    {
        using LinuxHost host = new();
        ProcessTable table = ProcessTable.Of(host.Context);
        host.Process(100, "a").Process(9, "b").Process(1000, "c");
        await Assert.That(Scan(host, table)).IsEqualTo("9 b|100 a|1000 c");

        host.Remove("proc/9").Process(50, "d").Process(2000, "e").Process(100, "a renamed");
        await Assert.That(Scan(host, table)).IsEqualTo("50 d|100 a renamed|1000 c|2000 e");

        host.Remove("proc/2000").Remove("proc/1000").Process(9, "f");
        await Assert.That(Scan(host, table)).IsEqualTo("9 f|50 d|100 a renamed");
    }

    [Test]
    public async Task A_process_that_ends_between_the_list_and_the_look_is_left_out()
    {
        using LinuxHost host = new();
        host.Process(1, "a").Write("proc/2/stat", "").Write("proc/3/comm", "no stat\n");

        await Assert.That(Scan(host, ProcessTable.Of(host.Context))).IsEqualTo("1 a");
    }

    [Test]
    public async Task A_host_without_proc_says_so()
    {
        using LinuxHost host = new();
        host.Read(new ProcessStatesSource(host.Context), out Fault fault);

        await Assert.That(fault.ToString()).IsEqualTo("cannot read /proc: No such file or directory (2)");
    }

    [Test]
    public async Task This_host_has_the_processes_that_the_runtime_sees()
    {
        SourceContext context = LinuxHost.Own();
        context.BeginTick();
        ProcessEntry own = ProcessTable.Of(context).Scan(out _).ToArray().Single(process => process.Id == Environment.ProcessId);
        using Process expected = Process.GetCurrentProcess();
        double seconds = own.ProcessorTicks / context.ClockTicks;

        await Assert.That(seconds).IsEqualTo(expected.TotalProcessorTime.TotalSeconds).Within(2);
        await Assert.That((double)own.Threads).IsEqualTo(expected.Threads.Count).Within(20);
        await Assert.That((double)own.ResidentPages * Environment.SystemPageSize).IsEqualTo(expected.WorkingSet64).Within(64 << 20);
    }

    private static string Scan(LinuxHost host, ProcessTable table)
    {
        host.Context.BeginTick();
        return string.Join('|', table.Scan(out _).ToArray().Select(process => $"{process.Id} {System.Text.Encoding.UTF8.GetString(process.Name)}"));
    }
}
