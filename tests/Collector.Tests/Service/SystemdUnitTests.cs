using Collector.Service;
using Collector.Service.Linux;

namespace Collector.Tests.Service;

public sealed class SystemdUnitTests
{
    [Test]
    public async Task The_unit_says_how_the_service_runs() => await Verify(SystemdUnit.Text(
        new("collector", "/usr/local/bin/collector", ["run", "--to", "graphite://carbon:2003"])));

    [Test]
    [Arguments("plain", "plain")]
    [Arguments("two words", "\"two words\"")]
    [Arguments("", "\"\"")]
    [Arguments("a$b", "\"a$$b\"")]
    [Arguments("50%", "50%%")]
    [Arguments("a\"b\\c", "\"a\\\"b\\\\c\"")]
    [Arguments("a;b", "\"a;b\"")]
    [Arguments("-net_io[eth*]", "-net_io[eth*]")]
    public async Task Words_reach_the_program_as_they_are(string word, string expected) =>
        await Assert.That(Line("ExecStart", new("c", "/c", [word]))).IsEqualTo($"/c {expected}");

    [Test]
    public async Task An_account_and_folders_of_ones_own_are_named()
    {
        ServiceDefinition definition = new("c", "/c", []) { Account = "metrics", WritableFolders = ["/var/lib/c/spool", "/srv/my spool"] };

        await Assert.That(Line("User", definition)).IsEqualTo("metrics");
        await Assert.That(Line("ReadWritePaths", definition)).IsEqualTo("-\"/srv/my spool\"");
        await Assert.That(SystemdUnit.Text(definition)).DoesNotContain("DynamicUser").And.DoesNotContain("/var/lib/c/spool");
    }

    [Test]
    public async Task What_systemd_tells_becomes_a_status()
    {
        ServiceStatus status = UnitProperties.Parse("""
            LoadState=loaded
            ActiveState=active
            MainPID=87
            ExecMainStatus=0
            ExecMainPID=87
            UnitFileState=enabled
            User=
            DynamicUser=yes
            StatusText=61 ticks, 10492 lines sent, 0 wait, 0 dropped
            Result=success
            ExecStart={ path=/usr/bin/collector ; argv[]=/usr/bin/collector run --to x ; ignore_errors=no ; pid=87 }
            """).ToStatus("collector");

        await Assert.That(ServiceReport.Text(status)).IsEqualTo("""
            the service 'collector' is running, process 87
              start: enabled
              account: a dynamic user
              command: /usr/bin/collector run --to x
              says: 61 ticks, 10492 lines sent, 0 wait, 0 dropped

            """);
        await Assert.That(UnitProperties.Parse("LoadState=not-found").ToStatus("c").State).IsEqualTo(ServiceState.NotInstalled);
        await Assert.That(UnitProperties.Parse("LoadState=loaded\nActiveState=failed\nExecMainPID=3\nExecMainStatus=78").ToStatus("c").ExitCode).IsEqualTo(78);
    }

    private static string Line(string key, ServiceDefinition definition) =>
        SystemdUnit.Text(definition).Split('\n').Single(line => line.StartsWith(key + "=", StringComparison.Ordinal))[(key.Length + 1)..];
}
