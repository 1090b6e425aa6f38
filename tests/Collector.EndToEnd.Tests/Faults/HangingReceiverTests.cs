namespace Collector.EndToEnd.Tests;

/// <summary>
/// A receiver that has answered every end until now, then hangs for an hour with everything unread in its socket, and is
/// killed: that it does not answer is no sign that it never does.
/// </summary>
[Category("Faults")]
public sealed class HangingReceiverTests
{
    private const double Fast = 100;

    [Test]
    public async Task What_a_receiver_had_not_read_that_hung_for_an_hour_reaches_the_next_one()
    {
        using GraphiteSink sink = new();
        using ShimmedClock clock = await ShimmedClock.Build();
        await using MeasuredRun run = new MeasuredRun($"graphite://127.0.0.1:{sink.Port}?rotate=60s&pace=0", lines: 16)
        {
            Clock = clock,
            Interval = "10s",
        }.Start();
        clock.Set(0, Fast / 5);
        await run.Until("an end is answered", () => sink.Ended >= 2, seconds: 30);

        sink.IsReading = false;
        long hung = run.Truth.Newest;
        clock.Set(0, Fast);
        await run.Until("an hour has passed", () => run.Truth.Newest > hung + Soak.Of(2400, 7200), seconds: 120);
        clock.Set(0, 2);
        sink.ResetAll();
        sink.IsReading = true;
        string[] measured = run.Truth.Lines;
        await run.Until("every line arrives", () => !measured.Except(sink.Audit.Distinct).Any(), seconds: 30);
    }
}
