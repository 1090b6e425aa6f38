namespace Collector.EndToEnd.Tests;

/// <summary>Performance counters under Wine: from a provider of our own through the registry, and from Wine's by PDH.</summary>
[ClassDataSource<WineHost>(Shared = SharedType.PerTestSession)]
[NotInParallel("wine")]
public sealed class PerformanceCounterTests(WineHost wine)
{
    // Wine's table of names cannot be added to, so the provider's counters go by their numbers.
    private const string Queue = """
        { "pdh": "\\#20000(*)\\#20002", "name": "queue.requests", "unit": "operations" },
        { "pdh": "\\#20000(*)\\#20004", "name": "queue.bytes", "unit": "bytes" },
        { "pdh": "\\#20000(*)\\#20006", "name": "queue.busy" },
        { "pdh": "\\#20000(*)\\#20008", "name": "queue.waiting" },
        { "pdh": "\\#20000(*)\\#20010", "name": "queue.used" },
        { "pdh": "\\#20020\\#20022", "name": "totals.level", "scale": 2 }
        """;

    [Test]
    public async Task A_providers_counters_are_read_from_the_registry()
    {
        await using CounterProvider provider = await CounterProvider.Register(wine);

        CommandResult result = await Once(Queue, "queue,totals");

        Dictionary<string, double> values = ValuesOf(result);
        double steps = values["p.h.queue.mail.busy"] / 1.5;
        await Assert.That(result.Error).IsEmpty();
        await Assert.That(values["p.h.totals.level"]).IsEqualTo(2 * 123456789);
        await Assert.That(values["p.h.queue.mail.used"]).IsEqualTo(25);
        await Assert.That(values["p.h.queue.mail.waiting"]).IsEqualTo(7);
        await Assert.That(values["p.h.queue.print_1.waiting"]).IsEqualTo(9);
        await Assert.That(values["p.h.queue.mail.bytes"]).IsEqualTo((1L << 33) + steps);
        await Assert.That((uint)values["p.h.queue.mail.requests"]).IsEqualTo(unchecked(0xFFFFFFF0u + ((uint)steps * 10)));
        await Assert.That(values.Keys).DoesNotContain("p.h.queue._Total.waiting");
    }

    [Test]
    public async Task Sums_come_back_when_they_are_asked_for()
    {
        await using CounterProvider provider = await CounterProvider.Register(wine);

        Dictionary<string, double> values = ValuesOf(await Once(Queue, "queue[_Total].waiting"));

        await Assert.That(string.Join(' ', values.Keys)).IsEqualTo("p.h.queue._Total.waiting");
    }

    [Test]
    public async Task Instances_come_and_go_while_the_others_stay()
    {
        await using CounterProvider provider = await CounterProvider.Register(wine);
        using TemporaryFolder folder = new();
        string file = folder.File("sent.txt");
        await using ChildProcess collector = wine.Start(
            "run", "--config", Configuration(folder, Queue), "--to", $"file:///{WineHost.Drive(file)}",
            "--interval", "250ms", "--host", "h", "--prefix", "p.", "--group", "queue.waiting");

        await Wait.Until("an instance comes and goes", () => Ticks(file).Contains(3) && Ticks(file).Contains(4), seconds: 30);
        collector.Send(Signal.Interrupt);
        await collector.Exit();

        await Assert.That(collector.Error).DoesNotContain("queue:");
    }

    [Test]
    public async Task What_only_PDH_has_is_read_by_PDH()
    {
        CommandResult result = await Once("""{ "pdh": "\\System\\System Up Time", "name": "os.uptime" }""", "os,uptime");

        Dictionary<string, double> values = ValuesOf(result);
        await Assert.That(result.Error).IsEmpty();
        await Assert.That(values["p.h.os.uptime"]).IsBetween(values["p.h.uptime.uptime"] - 2, values["p.h.uptime.uptime"] + 2);
    }

    [Test]
    public async Task An_object_that_is_not_there_is_named_and_costs_nothing_else()
    {
        CommandResult result = await Once("""{ "pdh": "\\Fooo(*)\\Bar", "name": "foo.bar" }""", "foo,memory");

        await Assert.That(result.ExitCode).IsEqualTo(74);
        await Assert.That(result.Error).Contains("there is no object 'Fooo'").And.Contains("lodctr /R");
        await Assert.That(ValuesOf(result).Keys).Contains("p.h.memory.total");
    }

    private async Task<CommandResult> Once(string counters, string groups)
    {
        using TemporaryFolder folder = new();
        return await wine.Run(
            "once", "--config", Configuration(folder, counters), "--format", "graphite", "--host", "h", "--prefix", "p.", "--group", groups);
    }

    private static string Configuration(TemporaryFolder folder, string counters) =>
        WineHost.Drive(folder.Write("collector.json", $$"""{ "counters": [ {{counters}} ] }"""));

    private static Dictionary<string, double> ValuesOf(CommandResult result) =>
        Point.ParseAll(result.Output.ReplaceLineEndings("\n")).ToDictionary(static point => point.Path, static point => point.Value);

    /// <summary>How many lines each tick has. Within a second stamps are alike, so a tick begins with its first line.</summary>
    private static List<int> Ticks(string file)
    {
        List<int> ticks = [];
        foreach (string line in File.Exists(file) ? File.ReadAllLines(file) : [])
        {
            if (line.StartsWith("p.h.queue.mail.", StringComparison.Ordinal))
            {
                ticks.Add(0);
            }

            ticks[^1]++;
        }

        return ticks;
    }
}
