namespace Collector.EndToEnd.Tests;

/// <summary>A collector that sends to a real carbon: the stage for whatever happens to carbon.</summary>
internal sealed class Outage : IAsyncDisposable
{
    private Outage(CarbonCache carbon, MeasuredRun run)
    {
        Carbon = carbon;
        Run = run;
    }

    public CarbonCache Carbon { get; }

    public MeasuredRun Run { get; }

    /// <summary>Starts both, and waits until carbon has something of every series.</summary>
    /// <param name="lines">About how many lines a tick has.</param>
    /// <param name="query">The destination's query.</param>
    /// <param name="arguments">More for the collector.</param>
    public static async Task<Outage> Begin(int lines, string query, params string[] arguments)
    {
        CarbonCache carbon = await CarbonCache.Start();
        Outage made = new(carbon, new MeasuredRun($"graphite://127.0.0.1:{carbon.Port}?{query}", lines, arguments).Start());
        await made.Run.More(3);

        // A file that carbon was about to make when it was killed stays damaged for ever: that is carbon's own loss.
        await made.Run.Truth.WholeIn(carbon);
        return made;
    }

    /// <summary>Waits until carbon has everything; then ends the collector, and carbon has its last lines too.</summary>
    public async Task AssertNothingIsLost()
    {
        await Run.Truth.WholeIn(Carbon, seconds: 60);
        await Run.Stop();
        await Run.Truth.WholeIn(Carbon, seconds: 10);
    }

    public async ValueTask DisposeAsync()
    {
        await Run.DisposeAsync();
        await Carbon.DisposeAsync();
    }
}
