using System.Diagnostics;
using Collector.Sources;
using Collector.Sources.Linux;

namespace Collector.Tests.Sources.Linux;

public sealed class NamedProcessesTests
{
    [Test]
    public async Task Processes_of_one_name_are_added_up()
    {
        using LinuxHost host = new(LinuxHost.Processes("nginx", "absent"));
        host.Process(1, "init").Process(20, "nginx", user: 150, kernel: 50, threads: 2, pages: 10)
            .Process(21, "nginx", user: 100, threads: 3, pages: 5)
            .Write("proc/20/fd/0", "").Write("proc/20/fd/1", "").Write("proc/21/fd/0", "");
        NamedProcessesSource source = new(host.Context);
        NamedProcesses[] rows = host.Read(source, out Fault fault);

        await Assert.That(fault.IsNone).IsTrue();
        await Assert.That(LinuxHost.Names(source, rows.Length)).IsEqualTo("nginx|absent");
        await Assert.That(rows[0]).IsEqualTo(new NamedProcesses { Count = 2, CpuSeconds = 3, WorkingSetBytes = 15 * 4096, Threads = 5, Handles = 3 });
        await Assert.That(rows[1]).IsEqualTo(new NamedProcesses { Handles = 0 });
    }

    [Test]
    public async Task A_name_longer_than_the_kernel_keeps_is_found_by_the_executable_or_the_command_line()
    {
        using LinuxHost host = new(LinuxHost.Processes("gnome-terminal-server", "very-long-service-name"));
        host.Process(20, "gnome-terminal-").Link("proc/20/exe", "/usr/libexec/gnome-terminal-server (deleted)")
            .Process(21, "very-long-servi").Write("proc/21/cmdline", "/opt/very-long-service-name\0--daemon\0");
        NamedProcesses[] rows = host.Read(new NamedProcessesSource(host.Context), out _);

        await Assert.That(rows[0].Count).IsEqualTo(1ul);
        await Assert.That(rows[1].Count).IsEqualTo(1ul);
    }

    [Test]
    public async Task A_process_has_the_name_it_gives_itself_and_that_of_its_program()
    {
        using LinuxHost host = new(LinuxHost.Processes("worker", "python3.13"));
        host.Process(20, "worker", threads: 4).Link("proc/20/exe", "/usr/bin/python3.13");
        NamedProcesses[] rows = host.Read(new NamedProcessesSource(host.Context), out _);

        await Assert.That(rows[0].Threads).IsEqualTo(4ul);
        await Assert.That(rows[1].Threads).IsEqualTo(4ul);
    }

    [Test]
    public async Task A_process_that_turns_into_another_program_changes_its_name()
    {
        using LinuxHost host = new(LinuxHost.Processes("sh", "nginx"));
        NamedProcessesSource source = new(host.Context);
        host.Process(20, "sh", start: 7);
        await Assert.That(string.Join(' ', host.Read(source, out _).Select(row => row.Count))).IsEqualTo("1 0");

        host.Process(20, "nginx", start: 7);
        await Assert.That(string.Join(' ', host.Read(source, out _).Select(row => row.Count))).IsEqualTo("0 1");

        host.Process(20, "nginx", start: 9);
        await Assert.That(string.Join(' ', host.Read(source, out _).Select(row => row.Count))).IsEqualTo("0 1");
    }

    [Test]
    public async Task This_process_is_found_with_its_files()
    {
        string name = Path.GetFileName(Environment.ProcessPath)!;
        SourceContext context = LinuxHost.Own(LinuxHost.Processes(name));
        context.BeginTick();
        NamedProcesses row = new NamedProcessesSource(context).Read(out Fault fault).ToArray().Single();
        using Process own = Process.GetCurrentProcess();

        await Assert.That(fault.IsNone).IsTrue();
        await Assert.That(row.Count).IsGreaterThanOrEqualTo(1ul);
        await Assert.That(row.Handles).IsNotNull();
        await Assert.That(row.Handles!.Value).IsGreaterThanOrEqualTo(10ul);
        await Assert.That(row.CpuSeconds).IsGreaterThan(0);
    }
}
