namespace Collector.EndToEnd.Tests;

/// <summary>A service with a spool loses nothing while its receiver is away, nor while it is stopped itself.</summary>
[ClassDataSource<WineHost>(Shared = SharedType.PerTestSession)]
[NotInParallel("wine")]
[Category("Faults")]
public sealed class WindowsServiceSpoolTests(WineHost wine)
{
    [Test]
    public async Task A_stop_of_carbon_and_one_of_the_service_lose_nothing()
    {
        using TemporaryFolder folder = new();
        LineTruth truth = new(folder.File("sent.txt"));
        SpooledLines spool = new(folder.File("waiting/spool"));
        await using CarbonCache carbon = await CarbonCache.Start();
        await using InstalledService service = new(wine);
        string[] settings =
        [
            "--to", $"graphite://127.0.0.1:{carbon.Port}?rotate=2s", "--to", $"file:///{WineHost.Drive(folder.File("sent.txt"))}",
            "--spool", WineHost.Drive(spool.Path), "--interval", "1s", "--host", "h", "--prefix", "p.", "--phase", "0s",
            "--group", "memory,uptime,net_io",
        ];
        await service.Do("install", changes: true, settings);
        await Assert.That(Directory.Exists(spool.Path)).IsTrue().Because("install makes the folder");
        await service.Do("install", changes: false, settings);

        await service.Do("start", changes: true);
        await MoreTicks(truth, 3);
        await carbon.Stop();
        await MoreTicks(truth, 3);
        await service.Do("stop", changes: true);
        await Assert.That(spool.Lines.Length).IsGreaterThan(0);
        await service.Do("start", changes: true);
        await MoreTicks(truth, 2);
        await carbon.StartAgain();
        await MoreTicks(truth, 2);
        await truth.WholeIn(carbon);
        await service.Do("stop", changes: true);

        await truth.WholeIn(carbon, seconds: 10);
    }

    private static async Task MoreTicks(LineTruth truth, int ticks)
    {
        long until = Math.Max(truth.Newest, DateTimeOffset.UtcNow.ToUnixTimeSeconds() - 1) + ticks;
        await Wait.Until($"{ticks} more ticks", () => truth.Newest >= until, seconds: 30);
    }
}
