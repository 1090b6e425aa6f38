using System.Globalization;

namespace Collector.EndToEnd.Tests;

/// <summary>The real statsd ends up with the sums and the values that were sent.</summary>
public sealed class StatsdDeliveryTests
{
    [Test]
    [Arguments("statsd")]
    [Arguments("statsd+tcp")]
    public async Task Counters_and_gauges_at_the_server_are_those_that_were_sent(string scheme)
    {
        using TemporaryFolder folder = new();
        string file = folder.File("sent.txt");
        await using StatsdServer server = await StatsdServer.Start();
        await using ChildProcess collector = PublishedCollector.Start(
            "run", "--to", $"{scheme}://127.0.0.1:{server.Port}", "--to", $"file://{file}?format=statsd",
            "--interval", "1s", "--host", "h", "--prefix", "p.");
        await Wait.Until("five ticks", () => File.Exists(file) && Sent(file, "g").Count(IsUptime) >= 5);
        collector.Send(Signal.Terminate);
        int exitCode = await collector.Exit();

        Dictionary<string, double> counters = Sent(file, "c").GroupBy(static line => line.Name)
            .ToDictionary(static lines => lines.Key, static lines => lines.Sum(static line => line.Value));
        Dictionary<string, double> gauges = Sent(file, "g").GroupBy(static line => line.Name)
            .ToDictionary(static lines => lines.Key, static lines => lines.Last().Value);
        await Wait.Until("statsd flushes the last tick", () => Ours(server.Counters()).SequenceEqual(Ours(counters)));
        await Assert.That(exitCode).IsEqualTo(0);
        await Assert.That(Ours(await server.Gauges())).IsEquivalentTo(Ours(gauges));
        await Assert.That(counters.Keys).Contains("p.h.cpu.0.idle");
        await Assert.That(gauges.Keys).Contains("p.h.memory.total");
    }

    private static bool IsUptime((string Name, double Value) line) => line.Name == "p.h.uptime.uptime";

    private static IEnumerable<(string Name, double Value)> Sent(string file, string type)
    {
        foreach (string line in File.ReadAllText(file).Split('\n').SkipLast(1))
        {
            string[] parts = line.Split(':', '|');
            if (parts[2] == type)
            {
                yield return (parts[0], double.Parse(parts[1], CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>Without what the server counts of its own accord, and in one order.</summary>
    private static IEnumerable<KeyValuePair<string, double>> Ours(IEnumerable<KeyValuePair<string, double>> values) =>
        values.Where(static value => value.Key.StartsWith("p.h.", StringComparison.Ordinal))
            .OrderBy(static value => value.Key, StringComparer.Ordinal);
}
