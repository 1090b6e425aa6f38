using System.Globalization;
using System.Text.RegularExpressions;

namespace Collector.EndToEnd.Tests;

/// <summary>A spool on a disk that fills up.</summary>
[Category("Faults")]
public sealed partial class FullDiskTests
{
    [Test]
    public async Task A_full_disk_stops_nothing_and_every_line_that_is_given_up_is_counted()
    {
        using Tmpfs? disk = Tmpfs.Mount(kilobytes: 1024);
        Skip.When(disk is null, "Mounting takes root.");
        int port = Ports.Free();
        using GraphiteSink live = new();
        await using MeasuredRun run = new MeasuredRun(
            $"graphite://127.0.0.1:{port}?pace=0", lines: 4000,
            "--to", $"graphite://127.0.0.1:{live.Port}?rotate=2s&replay=1s", "--spool", disk!.Path, "--queue-size", "1MiB").Start();

        await run.More(Soak.Of(18, 120));
        using GraphiteSink late = new(port);

        // By now it tries again after up to 30 s only.
        await run.Until("what waited arrives", () => late.Audit.Count > 0, seconds: 60);
        await run.More(3);
        run.Collector.Send(Signal.Terminate);
        int exitCode = await run.Collector.Exit();

        string[] taken = run.Truth.Lines;
        await Assert.That(taken.Except(live.Audit.Distinct)).IsEmpty().Because(run.Collector.Error);
        await Assert.That(late.Audit.Distinct.Except(taken)).IsEmpty();
        await Assert.That(taken.Length - late.Audit.Count).IsEqualTo(DroppedBy(run)).Because(run.Collector.Error);
        await Assert.That(late.Audit.Count).IsLessThan(taken.Length);
        await Assert.That(exitCode).IsEqualTo(0);
        await Assert.That(run.Said).Contains(static line => line.Contains("No space left", StringComparison.Ordinal));
        await Assert.That(run.Said.Length).IsLessThan(25).Because(run.Collector.Error);

        // What was dropped was the oldest.
        long[] kept = [.. late.Audit.Arrivals.Select(static arrival => arrival.Stamp).Distinct().Order()];
        await Assert.That(Ticks.LeftOut(kept)).IsLessThanOrEqualTo(Ticks.Bearable);
    }

    private static int DroppedBy(MeasuredRun run) =>
        int.Parse(Dropped().Match(run.Said[^1]).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("dropped: ([0-9]+)")]
    private static partial Regex Dropped();
}
