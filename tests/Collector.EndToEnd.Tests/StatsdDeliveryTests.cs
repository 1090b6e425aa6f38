using System.Globalization;
using System.Text.RegularExpressions;

namespace Collector.EndToEnd.Tests;

/// <summary>The real statsd ends up with the sums and the values that were sent.</summary>
public sealed partial class StatsdDeliveryTests
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

        Dictionary<string, double> counters = SentCounters(file);
        Dictionary<string, double> gauges = SentGauges(file);
        await Wait.Until("statsd flushes the last tick", () => Ours(server.Counters()).SequenceEqual(Ours(counters)));
        await Assert.That(exitCode).IsEqualTo(0);
        await Assert.That(Ours(await server.Gauges())).IsEquivalentTo(Ours(gauges));
        await Assert.That(counters.Keys).Contains("p.h.cpu.0.idle");
        await Assert.That(gauges.Keys).Contains("p.h.memory.total");
    }

    /// <summary>The server is killed between two ticks, misses some, and comes up empty.</summary>
    /// <param name="more">How many ticks come after it is back; without any its values are those that waited.</param>
    [Test]
    [Arguments(0)]
    [Arguments(2)]
    public async Task A_server_that_was_down_ends_up_with_all_that_was_counted_and_the_last_of_each_gauge(int more)
    {
        using TemporaryFolder folder = new();
        string file = folder.File("sent.txt");
        await using StatsdServer server = await StatsdServer.Start();
        await using ChildProcess collector = PublishedCollector.Start(
            "run", "--to", $"statsd+tcp://127.0.0.1:{server.Port}", "--to", $"file://{file}?format=statsd",
            "--interval", "3s", "--phase", "0s", "--host", "h", "--prefix", "p.");
        await Wait.Until("statsd has counted", () => File.Exists(file) && SentCounters(file).Count > 0
            && Ours(server.Counters()).SequenceEqual(Ours(SentCounters(file))));
        await server.Stop();
        int before = TicksIn(file);
        await Wait.Until("three ticks without a server", () => TicksIn(file) >= before + 3);
        await server.StartAgain();
        await Wait.Until("the collector is back", () => collector.Error.Contains("connected again"), seconds: 60);
        int back = TicksIn(file);
        await Wait.Until("more ticks", () => TicksIn(file) >= back + more);
        collector.Send(Signal.Terminate);
        int exitCode = await collector.Exit();

        Match reconnected = Reconnected().Match(collector.Error);
        Match end = Stopped().Match(collector.Error);
        int lines = File.ReadAllLines(file).Length;
        await Wait.Until("statsd flushes the last tick", () => Ours(server.Counters()).SequenceEqual(Ours(SentCounters(file))));
        await Assert.That(exitCode).IsEqualTo(0);
        await Assert.That(Ours(await server.Gauges())).IsEquivalentTo(Ours(SentGauges(file)));
        await Assert.That(Number(reconnected, "waited")).IsLessThan(2 * lines / TicksIn(file));
        await Assert.That(Number(end, "merged")).IsGreaterThan(lines / TicksIn(file));
        await Assert.That(Number(end, "sent") + Number(end, "merged")).IsEqualTo(2 * lines);
        await Assert.That(Number(end, "dropped") + Number(end, "undelivered")).IsEqualTo(0);
    }

    private static int TicksIn(string file) => Sent(file, "g").Count(IsUptime);

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static Dictionary<string, double> SentCounters(string file) => Sent(file, "c").GroupBy(static line => line.Name)
        .ToDictionary(static lines => lines.Key, static lines => lines.Sum(static line => line.Value));

    private static Dictionary<string, double> SentGauges(string file) => Sent(file, "g").GroupBy(static line => line.Name)
        .ToDictionary(static lines => lines.Key, static lines => lines.Last().Value);

    [GeneratedRegex("connected again, sending (?<waited>[0-9]+) lines that waited")]
    private static partial Regex Reconnected();

    [GeneratedRegex("lines sent: (?<sent>[0-9]+), dropped: (?<dropped>[0-9]+), not delivered: (?<undelivered>[0-9]+), merged into later ones: (?<merged>[0-9]+)")]
    private static partial Regex Stopped();

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
