using Collector.Service;
using Collector.Service.Linux;

namespace Collector.Tests.Service.Linux;

public sealed class UnitPropertiesTests
{
    /// <summary>As systemctl show prints it.</summary>
    private const string Running = """
        ExecMainPID=301
        ExecMainStatus=0
        MainPID=301
        ExecStart={ path=/usr/bin/collector ; argv[]=/usr/bin/collector run --to graphite://a;b ; ignore_errors=no ; start_time=[Mon 2025-01-06 10:00:00 UTC] ; stop_time=[n/a] ; pid=301 ; code=(null) ; status=0/0 }
        Result=success
        DynamicUser=yes
        LoadState=loaded
        ActiveState=active
        StatusText=12 ticks, 840 lines sent, 0 wait, 0 dropped
        UnitFileState=enabled
        """;

    [Test]
    public async Task A_running_service_tells_all_there_is_to_know()
    {
        ServiceStatus status = UnitProperties.Parse(Running).ToStatus("collector");

        await Assert.That(status with { Notes = [] }).IsEqualTo(new ServiceStatus("collector", ServiceState.Running)
        {
            ProcessId = 301,
            StartMode = "enabled",
            Account = "a dynamic user",
            CommandLine = "/usr/bin/collector run --to graphite://a;b",
            Notes = [],
        });
        await Assert.That(status.Notes).IsEquivalentTo(["  says: 12 ticks, 840 lines sent, 0 wait, 0 dropped"]);
    }

    [Test]
    public async Task A_failed_one_tells_how_it_ended_and_where_to_look()
    {
        ServiceStatus status = UnitProperties.Parse(
            "LoadState=loaded\nActiveState=failed\nMainPID=0\nExecMainPID=77\nExecMainStatus=78\nResult=exit-code\nStatusText=old\nUser=metrics\n").ToStatus("c");

        await Assert.That(status.State).IsEqualTo(ServiceState.Failed);
        await Assert.That(status.ProcessId).IsNull();
        await Assert.That(status.ExitCode).IsEqualTo(78);
        await Assert.That(status.Account).IsEqualTo("metrics");
        await Assert.That(status.Notes).IsEquivalentTo(["  failed: exit-code; journalctl -u c says why"]);
    }

    [Test]
    [Arguments("active", ServiceState.Running)]
    [Arguments("reloading", ServiceState.Reloading)]
    [Arguments("activating", ServiceState.Starting)]
    [Arguments("deactivating", ServiceState.Stopping)]
    [Arguments("inactive", ServiceState.Stopped)]
    [Arguments("failed", ServiceState.Failed)]
    [Arguments("maintenance", ServiceState.Unknown)]
    public async Task The_words_of_systemd_are_understood(string word, object state) =>
        await Assert.That(UnitProperties.Parse($"LoadState=loaded\nActiveState={word}").ToStatus("c").State).IsEqualTo((ServiceState)state);

    [Test]
    public async Task A_service_that_never_ran_has_no_exit_code() =>
        await Assert.That(UnitProperties.Parse("LoadState=loaded\nActiveState=inactive\nExecMainPID=0\nExecMainStatus=0").ToStatus("c").ExitCode).IsNull();

    [Test]
    [Arguments("LoadState=not-found\nActiveState=inactive")]
    [Arguments("")]
    [Arguments("something else")]
    public async Task What_is_not_there_is_not_installed(string text)
    {
        await Assert.That(UnitProperties.Parse(text).IsThere).IsFalse();
        await Assert.That(UnitProperties.Parse(text).ToStatus("c")).IsEqualTo(new ServiceStatus("c", ServiceState.NotInstalled));
    }

    [Test]
    [Arguments("enabled", true)]
    [Arguments("enabled-runtime", true)]
    [Arguments("disabled", false)]
    [Arguments("masked", false)]
    [Arguments("", false)]
    public async Task Only_what_starts_with_the_host_is_enabled(string word, bool isEnabled) =>
        await Assert.That(UnitProperties.Parse($"UnitFileState={word}").IsEnabled).IsEqualTo(isEnabled);
}
