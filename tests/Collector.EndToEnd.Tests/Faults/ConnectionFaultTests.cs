namespace Collector.EndToEnd.Tests;

/// <summary>Connections that break at any moment, in any way.</summary>
[Category("Faults")]
public sealed class ConnectionFaultTests
{
    [Test]
    public async Task Connections_that_break_at_random_moments_lose_nothing()
    {
        await using CarbonCache carbon = await CarbonCache.Start();
        using FaultyProxy proxy = new(carbon.Port);
        Random random = new(Soak.Seed);
        proxy.Next = () => Fault.Any(random, mostBytes: 150_000, mostSeconds: 4);
        await using MeasuredRun run = new MeasuredRun($"graphite://127.0.0.1:{proxy.Port}?rotate=2s", lines: 1000).Start();

        await run.More(Soak.Of(15, 600));
        proxy.Next = static () => Fault.None;

        // The pause before the next attempt has grown by then, and so has the backlog.
        await run.Truth.WholeIn(carbon, seconds: Soak.Of(60, 300));
        await run.Stop();
        await run.Truth.WholeIn(carbon, seconds: 10);

        await Assert.That(proxy.Audit.Malformed).IsEmpty();
        await Assert.That(run.Truth.Lines.Except(proxy.Audit.Distinct)).IsEmpty();
        await Assert.That(proxy.Faults).IsGreaterThan(Soak.Of(2, 30));
    }

    /// <summary>Each kind by itself, on each of the first connections.</summary>
    [Test]
    [Arguments(FaultKind.Reset)]
    [Arguments(FaultKind.Close)]
    [Arguments(FaultKind.Stall)]
    [Arguments(FaultKind.HalfClose)]
    public async Task Lines_of_a_connection_that_breaks_arrive_by_the_next_one(FaultKind kind)
    {
        using GraphiteSink sink = new();
        using FaultyProxy proxy = new(sink.Port);
        int connections = 0;
        proxy.Next = () => ++connections > 3 ? Fault.None : new(kind, 15_000, TimeSpan.FromSeconds(3));
        await using MeasuredRun run = new MeasuredRun($"graphite://127.0.0.1:{proxy.Port}?rotate=2s", lines: 200).Start();

        await run.More(8);
        await Wait.Until("a connection without a fault", () => connections > 3, seconds: 30);
        string[] lines = run.Truth.Lines;
        await Wait.Until("every line arrives", () => !lines.Except(sink.Audit.Distinct).Any());

        await Assert.That(proxy.Count(kind)).IsEqualTo(3);
        await Assert.That(sink.Audit.Malformed).IsEmpty();
    }
}
