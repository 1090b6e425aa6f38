namespace Collector.EndToEnd.Tests;

/// <summary>The same on Windows, as Wine plays it.</summary>
[ClassDataSource<WineHost>(Shared = SharedType.PerTestSession)]
[NotInParallel("wine")]
public sealed class WindowsVerifyTests(WineHost wine)
{
    [Test]
    [Arguments(0, "memory.total >= 1MiB and host.os == windows and host.version >= \"10.0\"")]
    [Arguments(0, "disk_usage[C].total > 1MiB and disk_usage[c:].free > 0")]
    [Arguments(0, "service[RpcSs].start_type >= 0 and not service[nowhere].running")]
    [Arguments(1, "service[nowhere].running")]
    [Arguments(1, "memory.total >= 1024TiB")]
    [Arguments(1, "memory.cached > 1")]
    [Arguments(78, "memry.total > 1")]
    public async Task The_exit_code_tells_whether_it_is_met(int code, string expect)
    {
        CommandResult result = await wine.Run("verify", "--expect", expect);

        await Assert.That(result.ExitCode).IsEqualTo(code).Because(result.Output + result.Error);
    }

    [Test]
    public async Task Reports_are_read_by_those_who_read_them()
    {
        using TemporaryFolder folder = new();
        string xml = folder.File("report.xml");
        string tap = folder.File("report.tap");
        CommandResult result = await wine.Run(
            "verify", "-e", "memory.total > 1", "-e", "memory.total > 1024TiB", "-o", WineHost.Drive(xml), "-o", WineHost.Drive(tap),
            "--format", "nagios");

        await Assert.That(result.ExitCode).IsEqualTo(2);
        await Assert.That(result.Output).StartsWith("COLLECTOR CRITICAL - 2 checks: 1 failed, 1 passed");
        await Assert.That((await ReportReaders.Validate("JUnit", xml)).ExitCode).IsEqualTo(0);
        await Assert.That((await ReportReaders.ReadTap(tap)).GetProperty("fail").GetInt32()).IsEqualTo(1);
    }

    [Test]
    public async Task Waiting_in_vain_has_an_exit_code_of_its_own()
    {
        CommandResult result = await wine.Run("verify", "-e", "file[C:\\no such].exists", "--wait", "500ms", "--every", "100ms");

        await Assert.That(result.ExitCode).IsEqualTo(3);
    }

    [Test]
    public async Task The_doctor_finds_a_real_carbon_to_read()
    {
        using TemporaryFolder folder = new();
        await using CarbonCache carbon = await CarbonCache.Start();
        CommandResult result = await wine.Run(
            "doctor", "--to", $"graphite://127.0.0.1:{carbon.Port}", "--spool", WineHost.Drive(folder.File("spool")), "--host", "web-1");

        await Assert.That(result.Output).Contains("read to our end within").And.Contains("source memory").And.Contains("ok    spool");
        await Assert.That(Directory.Exists(folder.File("spool"))).IsFalse();
    }
}
