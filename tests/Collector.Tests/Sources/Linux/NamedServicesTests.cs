using Collector.Sources;
using Collector.Sources.Linux;

namespace Collector.Tests.Sources.Linux;

public sealed class NamedServicesTests
{
    private const string Units = "usr/lib/systemd/system/";
    private const string Cgroups = "sys/fs/cgroup/";

    [Test]
    public async Task A_service_runs_or_not_and_has_a_start_type()
    {
        using LinuxHost host = Systemd("cron", "ssh.service", "cups", "masked", "emptied", "absent");
        host.Write(Units + "cron.service", "[Service]\nExecStart=/usr/sbin/cron\n")
            .Link("etc/systemd/system/multi-user.target.wants/cron.service", "/usr/lib/systemd/system/cron.service")
            .Write(Units + "ssh.service", "[Service]\n")
            .Write(Units + "cups.service", "[Service]\n")
            .Link("etc/systemd/system/masked.service", "/dev/null")
            .Write(Units + "masked.service", "[Service]\n")
            .Write("etc/systemd/system/emptied.service", "")
            .Process(40, "cron", start: 5000).Process(50, "sshd", start: 2000).Process(51, "sshd", start: 90000)
            .Write(Cgroups + "system.slice/cron.service/cgroup.procs", "40\n")
            .Write(Cgroups + "system.slice/ssh.service/cgroup.procs", "51\n50\n");
        NamedServicesSource source = new(host.Context);
        NamedServices[] rows = host.Read(source, out Fault fault);

        await Assert.That(fault.IsNone).IsTrue();
        await Assert.That(LinuxHost.Names(source, rows.Length)).IsEqualTo("cron|ssh.service|cups|masked|emptied|absent");
        await Assert.That(rows[0]).IsEqualTo(new NamedServices { Running = 1, StartType = 2, UptimeSeconds = 950 });
        await Assert.That(rows[1]).IsEqualTo(new NamedServices { Running = 1, StartType = 3, UptimeSeconds = 980 });
        await Assert.That(rows[2]).IsEqualTo(new NamedServices { Running = 0, StartType = 3 });
        await Assert.That(rows[3]).IsEqualTo(new NamedServices { Running = 0, StartType = 4 });
        await Assert.That(rows[4]).IsEqualTo(new NamedServices { Running = 0, StartType = 4 });
        await Assert.That(rows[5]).IsEqualTo(new NamedServices { Running = 0 });
    }

    [Test]
    public async Task A_service_that_is_started_again_counts_from_then()
    {
        using LinuxHost host = Systemd("cron");
        NamedServicesSource source = new(host.Context);
        host.Write(Units + "cron.service", "[Service]\n").Process(40, "cron", start: 5000)
            .Write(Cgroups + "system.slice/cron.service/cgroup.procs", "40\n");
        await Assert.That(host.Read(source, out _).Single().UptimeSeconds).IsEqualTo(950);

        host.Remove("proc/40").Write(Cgroups + "system.slice/cron.service/cgroup.procs", "");
        await Assert.That(host.Read(source, out _).Single().Running).IsEqualTo(0u);

        host.Process(41, "cron", start: 99000).Write(Cgroups + "system.slice/cron.service/cgroup.procs", "41\n");
        await Assert.That(host.Read(source, out _).Single()).IsEqualTo(new NamedServices { Running = 1, StartType = 3, UptimeSeconds = 10 });
    }

    [Test]
    [Arguments("getty@tty1", "getty@.service", "", "system.slice/system-getty.slice/getty@tty1.service")]
    [Arguments("serial-getty@ttyS0", "serial-getty@.service", "", @"system.slice/system-serial\x2dgetty.slice/serial-getty@ttyS0.service")]
    [Arguments("job", "job.service", "Slice=batch-night.slice\n", "batch.slice/batch-night.slice/job.service")]
    [Arguments("top", "top.service", "Slice=-.slice\n", "top.service")]
    public async Task A_service_is_found_in_its_slice(string name, string file, string line, string group)
    {
        using LinuxHost host = Systemd(name);
        host.Write(Units + file, "[Service]\n" + line).Process(7, "x").Write($"{Cgroups}{group}/cgroup.procs", "7\n");

        await Assert.That(host.Read(new NamedServicesSource(host.Context), out _).Single().Running).IsEqualTo(1u);
    }

    [Test]
    public async Task A_drop_in_overrides_the_unit_file()
    {
        using LinuxHost host = Systemd("job");
        host.Write(Units + "job.service", "[Service]\nSlice=a.slice\n")
            .Write("etc/systemd/system/job.service.d/10-slice.conf", "[Service]\nSlice = b.slice\n")
            .Process(7, "x").Write(Cgroups + "b.slice/job.service/cgroup.procs", "7\n");

        await Assert.That(host.Read(new NamedServicesSource(host.Context), out _).Single().Running).IsEqualTo(1u);
    }

    [Test]
    public async Task An_alias_stands_for_its_service()
    {
        using LinuxHost host = Systemd("sshd");
        host.Write(Units + "ssh.service", "[Service]\n")
            .Link("etc/systemd/system/sshd.service", "/usr/lib/systemd/system/ssh.service")
            .Link("etc/systemd/system/multi-user.target.wants/ssh.service", "/usr/lib/systemd/system/ssh.service")
            .Process(7, "sshd").Write(Cgroups + "system.slice/ssh.service/cgroup.procs", "7\n");

        await Assert.That(host.Read(new NamedServicesSource(host.Context), out _).Single())
            .IsEqualTo(new NamedServices { Running = 1, StartType = 2, UptimeSeconds = 1000 });
    }

    [Test]
    public async Task Aliases_in_a_circle_are_no_service()
    {
        using LinuxHost host = Systemd("a");
        host.Link("etc/systemd/system/a.service", "b.service").Link("etc/systemd/system/b.service", "a.service");

        await Assert.That(host.Read(new NamedServicesSource(host.Context), out _).Single()).IsEqualTo(new NamedServices { Running = 0 });
    }

    [Test]
    public async Task A_service_whose_processes_are_in_groups_of_their_own_runs()
    {
        using LinuxHost host = Systemd("udevd");
        host.Write(Cgroups + "system.slice/udevd.service/cgroup.procs", "")
            .Write(Cgroups + "system.slice/udevd.service/cgroup.events", "populated 1\nfrozen 0\n");

        await Assert.That(host.Read(new NamedServicesSource(host.Context), out _).Single().Running).IsEqualTo(1u);
    }

    [Test]
    public async Task A_service_that_remains_after_its_processes_runs_while_systemd_says_so()
    {
        using LinuxHost host = Systemd("networking", "other");
        host.Write(Units + "networking.service", "[Service]\nType=oneshot\nRemainAfterExit=yes\n")
            .Write(Units + "other.service", "[Service]\n")
            .Link("run/systemd/units/invocation:networking.service", "0123456789abcdef")
            .Link("run/systemd/units/invocation:other.service", "0123456789abcdef");
        NamedServicesSource source = new(host.Context);
        await Assert.That(string.Join(' ', host.Read(source, out _).Select(row => row.Running))).IsEqualTo("1 0");

        host.Remove("run/systemd/units/invocation:networking.service");
        await Assert.That(string.Join(' ', host.Read(source, out _).Select(row => row.Running))).IsEqualTo("0 0");
    }

    [Test]
    public async Task Enabling_a_service_is_seen_after_a_while()
    {
        using LinuxHost host = Systemd("cron");
        NamedServicesSource source = new(host.Context);
        host.Write(Units + "cron.service", "[Service]\n");
        await Assert.That(host.Read(source, out _).Single().StartType).IsEqualTo(3ul);

        host.Link("etc/systemd/system/multi-user.target.wants/cron.service", "/usr/lib/systemd/system/cron.service");
        for (int read = 0; read < 60; read++)
        {
            host.Read(source, out _);
        }

        await Assert.That(host.Read(source, out _).Single().StartType).IsEqualTo(2ul);
    }

    [Test]
    public async Task A_host_without_systemd_has_no_fault_to_mend()
    {
        using LinuxHost host = new(LinuxHost.Services("cron"));
        NamedServices[] rows = host.Read(new NamedServicesSource(host.Context), out Fault fault);

        await Assert.That(rows.Length).IsEqualTo(0);
        await Assert.That(fault.ToString()).IsEqualTo("systemd does not run on this host, and no other service manager is known");
        await Assert.That(fault.IsFailure).IsFalse();
    }

    [Test]
    public async Task An_image_says_how_services_start_and_not_whether_they_run()
    {
        using LinuxHost host = new(LinuxHost.Services("cron", "ssh", "absent"));
        host.Write(Units + "cron.service", "[Service]\n").Write(Units + "ssh.service", "[Service]\n")
            .Link("etc/systemd/system/multi-user.target.wants/cron.service", "/usr/lib/systemd/system/cron.service");
        NamedServices[] rows = host.Read(new NamedServicesSource(host.Context), out Fault fault);

        await Assert.That(fault.IsNone).IsTrue();
        await Assert.That(rows[0]).IsEqualTo(new NamedServices { StartType = 2 });
        await Assert.That(rows[1]).IsEqualTo(new NamedServices { StartType = 3 });
        await Assert.That(rows[2]).IsEqualTo(new NamedServices());
    }

    [Test]
    public async Task Services_that_could_not_be_looked_up_are_not_taken_for_stopped()
    {
        using LinuxHost host = Systemd("cron", "no\0name");
        host.Write(Units + "cron.service", "[Service]\n").Write(Cgroups + "system.slice/cron.service/cgroup.procs", "40\n");
        NamedServicesSource source = new(host.Context);
        for (int read = 0; read < 3; read++)
        {
            await Assert.That(() => host.Read(source, out _)).Throws<ArgumentException>();
        }
    }

    private static LinuxHost Systemd(params string[] services)
    {
        LinuxHost host = new(LinuxHost.Services(services));
        return host.Write("run/systemd/system/.keep", "").Write("proc/uptime", "1000.00 1500.00\n")
            .Write(Cgroups + "cgroup.controllers", "cpu memory\n");
    }
}
