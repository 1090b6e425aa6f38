namespace Collector.EndToEnd.Tests;

/// <summary><c>doctor</c> looks at everything that the collector needs, and changes nothing.</summary>
public sealed class DoctorTests
{
    [Test]
    public async Task A_real_carbon_is_found_to_read()
    {
        using TemporaryFolder folder = new();
        await using CarbonCache carbon = await CarbonCache.Start();
        string spool = folder.File("spool");
        CommandResult result = await PublishedCollector.Run(
            "doctor", "--to", $"graphite://127.0.0.1:{carbon.Port}", "--to", $"graphite+pickle://127.0.0.1:{carbon.PicklePort}",
            "--to", $"graphite+udp://127.0.0.1:{carbon.Port}", "--spool", spool, "--host", "web-1");

        await Assert.That(result.ExitCode).IsEqualTo(0).Because(result.Output);
        await Assert.That(result.OutputLines.Count(static line => line.Contains("read to our end within", StringComparison.Ordinal))).IsEqualTo(2);
        await Assert.That(result.Output).Contains("source memory").And.Contains("source disk_usage").And.Contains("host name   'web-1'");
        await Assert.That(Directory.Exists(spool)).IsFalse();
        await Assert.That(carbon.Metrics()).IsEmpty();
    }

    [Test]
    public async Task A_stopped_carbon_and_a_missing_one_are_told_apart()
    {
        await using CarbonCache carbon = await CarbonCache.Start();
        carbon.Pause();
        CommandResult stopped = await PublishedCollector.Run("doctor", "--to", $"graphite://127.0.0.1:{carbon.Port}", "--host", "web-1");
        carbon.GoOn();
        CommandResult missing = await PublishedCollector.Run("doctor", "--to", $"graphite://127.0.0.1:{Ports.Free()}", "--host", "web-1");

        await Assert.That(stopped.ExitCode).IsEqualTo(0);
        await Assert.That(stopped.Output).Contains("accepts connections, but does not close its side after ours");
        await Assert.That(missing.ExitCode).IsEqualTo(1);
        await Assert.That(missing.Output).Contains("Connection refused");
    }

    [Test]
    public async Task A_wrong_configuration_is_a_finding()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("collector.json", """{ "intervall": "10s" }""");
        CommandResult result = await PublishedCollector.Run("verify", "--self", "--config", file);

        await Assert.That(result.ExitCode).IsEqualTo(1);
        await Assert.That(result.Output).Contains("FAIL  configuration").And.Contains("did you mean 'interval'?");
    }
}
