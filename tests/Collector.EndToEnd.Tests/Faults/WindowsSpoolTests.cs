namespace Collector.EndToEnd.Tests;

/// <summary>The Windows executable under Wine keeps its lines on a disk with the rules of Windows.</summary>
[ClassDataSource<WineHost>(Shared = SharedType.PerTestSession)]
[NotInParallel("wine")]
[Category("Faults")]
public sealed class WindowsSpoolTests(WineHost wine)
{
    [Test]
    public async Task A_killed_collector_finds_its_spool_and_real_carbon_gets_everything()
    {
        using TemporaryFolder folder = new();
        SpooledLines spool = new(folder.File("spool"));
        LineTruth truth = new(folder.File("sent.txt"));
        await using CarbonCache carbon = await CarbonCache.Start();
        await carbon.Stop();
        for (int round = 0; round < Soak.Of(2, 20); round++)
        {
            await using ChildProcess killed = Start(carbon, folder);
            await MoreTicks(truth, killed, 3);
            killed.Send(Signal.Kill);
            await killed.Exit();
        }

        await Assert.That(truth.Lines.Except(spool.Lines)).IsEmpty();
        await File.AppendAllTextAsync(spool.Segments[^1], "p.h.memory.torn 12");
        await carbon.StartAgain();
        await using ChildProcess collector = Start(carbon, folder);
        await MoreTicks(truth, collector, 3);
        await truth.WholeIn(carbon, seconds: 30);
        CommandResult second = await wine.Run(Arguments(carbon, folder, "other.txt"));
        collector.Send(Signal.Interrupt);

        await Assert.That(await collector.Exit()).IsEqualTo(0).Because(collector.Error);
        await truth.WholeIn(carbon, seconds: 10);
        await Assert.That(collector.Error).Contains("torn");
        await Assert.That(second.ExitCode).IsEqualTo(78);
        await Assert.That(carbon.Metrics()).DoesNotContain("p.h.memory.torn");
    }

    private ChildProcess Start(CarbonCache carbon, TemporaryFolder folder) => wine.Start(Arguments(carbon, folder, "sent.txt"));

    private static string[] Arguments(CarbonCache carbon, TemporaryFolder folder, string file) =>
    [
        "run", "--to", $"graphite://127.0.0.1:{carbon.Port}?rotate=2s", "--to", $"file:///{WineHost.Drive(folder.File(file))}",
        "--spool", WineHost.Drive(folder.File("spool")), "--interval", "1s", "--host", "h", "--prefix", "p.", "--phase", "0s",
        "--group", "memory,uptime,net_io",
    ];

    private static async Task MoreTicks(LineTruth truth, ChildProcess collector, int ticks)
    {
        long until = Math.Max(truth.Newest, DateTimeOffset.UtcNow.ToUnixTimeSeconds() - 1) + ticks;
        await Wait.Until($"{ticks} more ticks; {collector.Error}", () => truth.Newest >= until || collector.HasExited, seconds: 30);
    }
}
