using System.Globalization;

namespace Collector.EndToEnd.Tests;

/// <summary>What a tick costs once everything is open and every name is known.</summary>
public sealed class SteadyStateTests
{
    private const int WarmUpTicks = 100;
    private const int SteadyTicks = 1000;

    /// <summary>StatsD has no time stamps, so a tick of 10 ms has a place in it.</summary>
    [Test]
    public async Task A_thousand_ticks_allocate_nothing()
    {
        using TemporaryFolder folder = new();
        string file = folder.File("sent.txt");
        await using ChildProcess collector = PublishedCollector.Start(
            "run", "--to", $"file://{file}?format=statsd", "--interval", "10ms", "--host", "h", "--prefix", "p.");

        // Reading the file over and over would take the time that the ticks need.
        await Task.Delay(TimeSpan.FromSeconds((WarmUpTicks + SteadyTicks) * 0.01));
        await Wait.Until("the ticks", () => Allocations(file).Length > WarmUpTicks + SteadyTicks, seconds: 60);
        collector.Send(Signal.Terminate);
        await collector.Exit();

        long[] steady = Allocations(file)[WarmUpTicks..(WarmUpTicks + SteadyTicks)];
        await Assert.That(steady.Sum()).IsEqualTo(0);
        await Assert.That(steady).ContainsOnly(static bytes => bytes == 0);
    }

    [Test]
    public async Task Three_threads_and_six_megabytes_are_enough()
    {
        int port = Ports.Free();
        using LineReceiver receiver = new(port);
        await using ChildProcess collector = PublishedCollector.Start(
            "run", "--to", $"graphite://127.0.0.1:{port}", "--interval", "1s");
        await Wait.Until("three ticks", () => Point.ParseAll(receiver.Text).Select(static point => point.Stamp).Distinct().Count() >= 3);

        await Assert.That(StatusOf(collector, "Threads:")).IsLessThanOrEqualTo(3);
        await Assert.That(StatusOf(collector, "VmRSS:")).IsLessThanOrEqualTo(6 * 1024);
    }

    private static long[] Allocations(string file) => File.Exists(file)
        ? [.. File.ReadAllText(file).Split('\n').SkipLast(1)
            .Where(static line => line.StartsWith("p.h.self.allocated_bytes:", StringComparison.Ordinal))
            .Select(static line => long.Parse(line.Split(':', '|')[1], CultureInfo.InvariantCulture))]
        : [];

    private static long StatusOf(ChildProcess process, string key) => long.Parse(
        File.ReadLines($"/proc/{process.Id}/status").Single(line => line.StartsWith(key, StringComparison.Ordinal))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture);
}
