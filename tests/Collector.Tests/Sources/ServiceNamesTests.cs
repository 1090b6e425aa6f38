using Collector.Metrics;
using Collector.Sources;
using Collector.Tests.Sources.Linux;

namespace Collector.Tests.Sources;

public sealed class ServiceNamesTests
{
    private const string Units = "usr/lib/systemd/system/";

    [Test]
    public async Task Every_service_with_a_unit_file_is_listed_once()
    {
        using LinuxHost host = new();
        host.Write(Units + "ssh.service", "[Service]\n").Write(Units + "cron.service", "[Service]\n")
            .Write("etc/systemd/system/cron.service", "[Service]\n").Write("run/systemd/generator/Own.service", "[Service]\n")
            .Write(Units + "ssh.socket", "[Socket]\n").Write(Units + "ssh.service.d/own.conf", "[Service]\n");

        await Assert.That(Names(host)).IsEqualTo("Own cron ssh");
    }

    [Test]
    public async Task An_alias_is_not_a_service_and_a_masked_one_is()
    {
        using LinuxHost host = new();
        host.Write(Units + "ssh.service", "[Service]\n").Link(Units + "sshd.service", "ssh.service")
            .Link("etc/systemd/system/masked.service", "/dev/null")
            .Link("etc/systemd/system/linked.service", "/opt/app/linked.service");

        await Assert.That(Names(host)).IsEqualTo("linked masked ssh");
    }

    [Test]
    public async Task Of_a_template_the_instances_that_something_pulls_in_are_listed()
    {
        using LinuxHost host = new();
        host.Write(Units + "getty@.service", "[Service]\n").Write(Units + "ssh.service", "[Service]\n")
            .Link("etc/systemd/system/getty.target.wants/getty@tty1.service", "/usr/lib/systemd/system/getty@.service")
            .Link("etc/systemd/system/multi-user.target.wants/ssh.service", "/usr/lib/systemd/system/ssh.service")
            .Link("etc/systemd/system/multi-user.target.wants/gone.service", "/usr/lib/systemd/system/gone.service");

        await Assert.That(Names(host)).IsEqualTo("getty@tty1 ssh");
    }

    [Test]
    public async Task A_host_without_systemd_has_none() => await Assert.That(Names(new LinuxHost())).IsEqualTo("");

    [Test]
    public async Task A_recording_has_those_that_were_asked_for()
    {
        SourceContext context = new(RecordedHost.PathOf("buildserver"));

        await Assert.That(ServiceNames.Read(context, Platform.Windows, out Fault fault).Count).IsEqualTo(0);
        await Assert.That(fault.IsNone).IsTrue();
    }

    private static string Names(LinuxHost host) => string.Join(' ', ServiceNames.Read(host.Context, Platform.Linux, out _));
}
