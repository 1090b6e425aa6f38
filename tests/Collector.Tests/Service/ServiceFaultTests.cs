using Collector.Service;
using Collector.Service.Windows;

namespace Collector.Tests.Service;

public sealed class ServiceFaultTests
{
    /// <summary>What the system that runs this test says to whoever has no right.</summary>
    private static readonly int s_denied = OperatingSystem.IsWindows() ? 5 : 13;

    [Test]
    public async Task Without_rights_one_line_says_what_takes_them_and_how_to_get_them()
    {
        UserError error = ServiceFault.Of("install the service 'collector'", s_denied);

        await Assert.That(error.ExitCode).IsEqualTo(77);
        await Assert.That(error.Message).StartsWith("cannot install the service 'collector': that takes administrator rights")
            .And.Contains("Run as administrator").And.DoesNotContain("\n");
    }

    [Test]
    [Arguments(1057, 64, "needs a password")]
    [Arguments(1058, 69, "disabled")]
    [Arguments(1060, 69, "collector service install")]
    [Arguments(1069, 69, "log on as a service")]
    [Arguments(1072, 69, "close Services and Task Manager")]
    public async Task The_managers_refusals_say_how_to_mend_them(int code, int exitCode, string hint)
    {
        UserError error = ServiceFault.Of("start the service 'collector'", code);

        await Assert.That(error.ExitCode).IsEqualTo(exitCode);
        await Assert.That(error.Message).Contains(hint);
    }

    [Test]
    public async Task A_service_that_ends_at_once_ends_the_command_with_its_own_code()
    {
        UserError wrong = ServiceFault.OfEnd("start it", new(ServiceState.Failed, 0, 1066, 78), TimeSpan.Zero);
        UserError slow = ServiceFault.OfEnd("start it", new(ServiceState.Starting, 12, 0, 0), TimeSpan.FromSeconds(30));
        UserError died = ServiceFault.OfEnd("start it", new(ServiceState.Failed, 0, 1067, 0), TimeSpan.Zero);

        await Assert.That((wrong.ExitCode, slow.ExitCode, died.ExitCode)).IsEqualTo((78, 3, 69));
        await Assert.That(wrong.Message).StartsWith("cannot start it: its configuration is invalid (78); the event log");
        await Assert.That(slow.Message).Contains("not ready after 30 s");
    }
}
