namespace Collector.EndToEnd.Tests;

/// <summary>A receiver that leaves its own side open for ever: nothing is acknowledged, and nothing waits for that.</summary>
[Category("Faults")]
public sealed class SilentReceiverTests
{
    [Test]
    public async Task A_receiver_that_never_answers_the_end_is_said_once_and_gets_everything()
    {
        using GraphiteSink sink = new() { AnswersEnd = false };
        await using MeasuredRun run = new MeasuredRun($"graphite://127.0.0.1:{sink.Port}?rotate=1s&replay=60s", lines: 40).Start();

        await run.More(2);
        await Wait.Until("it is said", () => NeverCloses(run).Length > 0, seconds: 60);
        await run.More(Soak.Of(3, 120));
        int before = sink.Audit.Arrivals.Length;
        long stamp = run.Truth.Newest;
        sink.ResetAll();
        await run.More(4);
        string[] measured = run.Truth.Lines;
        await Wait.Until("every line arrives", () => !measured.Except(sink.Audit.Distinct).Any());

        await Assert.That(NeverCloses(run).Length).IsEqualTo(1).Because(run.Collector.Error);
        await Assert.That(sink.Audit.Arrivals.Skip(before).Where(arrival => arrival.Stamp < stamp)).IsNotEmpty();
        await Assert.That(sink.Audit.Late(milliseconds: 3000).Length).IsLessThanOrEqualTo((int)Ticks.Bearable);
    }

    private static string[] NeverCloses(MeasuredRun run) =>
        [.. run.Said.Where(static line => line.Contains("does not close its side", StringComparison.Ordinal))];
}
