using Collector.Service;

namespace Collector.Tests.Service;

public sealed class ServiceReportTests
{
    private static readonly ServiceOutcome s_outcome = new(true, ServiceState.Stopped, "installed the service 'collector'")
    {
        Notes = ["a \"note\"\u001b[31m"],
    };

    [Test]
    public async Task A_change_is_one_object_of_json() =>
        await Assert.That(ServiceReport.Json("install", "collector", s_outcome).TrimEnd()).IsEqualTo(
            """{"action":"install","service":"collector","changed":true,"state":"stopped","text":"installed the service 'collector'","notes":["a \"note\"\u001B[31m"]}""");

    [Test]
    public async Task Nothing_in_a_line_for_people_is_for_the_terminal() =>
        await Assert.That(ServiceReport.Text(s_outcome).Split(Environment.NewLine))
            .IsEquivalentTo(["installed the service 'collector'", "a \"note\"?[31m", ""]);

    [Test]
    public async Task A_status_leaves_out_what_is_not_known()
    {
        ServiceStatus running = new("collector", ServiceState.Running) { ProcessId = 12, Account = @"NT AUTHORITY\LocalService" };

        await Assert.That(ServiceReport.Json(running).TrimEnd()).IsEqualTo(
            """{"action":"status","service":"collector","changed":false,"state":"running","process":12,"account":"NT AUTHORITY\\LocalService","notes":[]}""");
        await Assert.That(ServiceReport.Text(running).TrimEnd()).IsEqualTo(
            $"the service 'collector' is running, process 12{Environment.NewLine}  account: NT AUTHORITY\\LocalService");
        await Assert.That(ServiceReport.Text(new ServiceStatus("x", ServiceState.NotInstalled)).TrimEnd()).IsEqualTo("there is no service 'x'");
    }
}
