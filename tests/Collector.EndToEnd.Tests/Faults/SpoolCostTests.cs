using System.Globalization;

namespace Collector.EndToEnd.Tests;

/// <summary>What a spool costs a tick.</summary>
[Category("Faults")]
public sealed class SpoolCostTests
{
    private const string Own = "p.h.self.allocated_bytes:";
    private const int SteadyTicks = 1000;

    [Test]
    [NotInParallel]
    public async Task A_thousand_ticks_with_a_spool_allocate_nothing()
    {
        using TemporaryFolder folder = new();
        string file = folder.File("sent.txt");
        using GraphiteSink sink = new();
        await using ChildProcess collector = PublishedCollector.Start(
            "run", "--to", $"graphite://127.0.0.1:{sink.Port}?rotate=15s&replay=1s", "--to", $"file://{file}?format=statsd",
            "--spool", folder.File("spool"), "--spool-size", "2MiB", "--spool-sync", "1s",
            "--interval", "10ms", "--host", "h", "--prefix", "p.", "--phase", "0s", "--group", "uptime,load,memory,self");

        // By then one connection was acknowledged, and its segments are used again; the next one has its end still before it.
        await Task.Delay(TimeSpan.FromSeconds(17));
        int warm = Allocations(file).Length;
        await Task.Delay(TimeSpan.FromSeconds(SteadyTicks * 0.01));
        await Wait.Until($"the ticks; {collector.Error}", () => Allocations(file).Length > warm + SteadyTicks || collector.HasExited, seconds: 60);
        collector.Send(Signal.Terminate);
        await collector.Exit();

        long[] steady = Allocations(file)[warm..(warm + SteadyTicks)];
        await Assert.That(steady.Where(static bytes => bytes != 0)).IsEmpty();
        await Assert.That(sink.Audit.Count).IsGreaterThan(0);
    }

    [Test]
    public async Task A_tick_takes_a_write_and_a_sync_more_with_a_spool()
    {
        using TemporaryFolder folder = new();
        Task<Dictionary<string, int>> without = Calls();
        Task<Dictionary<string, int>> with = Calls("--spool", folder.File("spool"));
        Dictionary<string, int> before = await without, after = await with;

        await Assert.That(Sum(after, "fsync", "fdatasync") - Sum(before, "fsync", "fdatasync")).IsBetween(1, SystemCalls.Ticks);
        await Assert.That(Sum(after, SystemCalls.Writes) - Sum(before, SystemCalls.Writes)).IsBetween(1, SystemCalls.Ticks);
        await Assert.That(Sum(after, [.. after.Keys]) - Sum(before, [.. before.Keys])).IsLessThanOrEqualTo((2 * SystemCalls.Ticks) + 3);
    }

    private static async Task<Dictionary<string, int>> Calls(params string[] arguments)
    {
        using GraphiteSink sink = new();
        return await SystemCalls.OfSteadyTicks(
            ["run", "--to", $"graphite://127.0.0.1:{sink.Port}", "--interval", "1s", "--phase", "0s", "--group", "uptime,load,self", .. arguments]);
    }

    private static int Sum(Dictionary<string, int> calls, params string[] names) => names.Sum(name => calls.GetValueOrDefault(name));

    private static long[] Allocations(string file) => File.Exists(file)
        ? [.. File.ReadAllText(file).Split('\n').SkipLast(1)
            .Where(static line => line.StartsWith(Own, StringComparison.Ordinal))
            .Select(static line => long.Parse(line.Split(':', '|')[1], CultureInfo.InvariantCulture))]
        : [];
}
