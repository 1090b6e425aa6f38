namespace Collector.EndToEnd.Tests;

/// <summary>What one run writes of its counters twice: as they stand, and as rates. The one tells whether the other is right.</summary>
internal sealed class PairedFiles : IDisposable
{
    private const string Uptime = "collector.h.uptime.uptime";
    private const string Missed = "collector.h.self.missed_ticks";
    private const string Gap = "collector.h.self.gap_seconds";

    /// <summary>The kernel tells CPU time and uptime in hundredths of a second, and they are not read in one moment.</summary>
    private const double Tolerance = 0.1;

    /// <summary>The first tick comes at once, perhaps a moment before the second: too short a time for its hundredths to judge a rate.</summary>
    private const double Shortest = 0.2;

    private readonly TemporaryFolder _folder = new();

    private string Counters => _folder.File("counters.txt");

    private string Rates => _folder.File("rates.txt");

    /// <summary>The stamps of the ticks, in their order.</summary>
    public long[] Stamps => [.. TicksIn(Counters).Select(static tick => tick.Stamp)];

    /// <summary>How many ticks did not happen, by what was sent last of it.</summary>
    public long MissedTicks => (long)TicksIn(Counters)[^1].Values[Missed];

    /// <summary>Measures at each second.</summary>
    /// <param name="root">Where the program finds this host's files: <c>/Z:</c> under Wine.</param>
    public string[] Arguments(string root = "") =>
    [
        "run", "--interval", "1s", "--host", "h", "--group", "cpu,system,uptime,self",
        "--to", $"file://{root}{Counters}", "--to", $"file://{root}{Rates}?rates=true",
    ];

    /// <summary>Waits for so many ticks more.</summary>
    public async Task WaitForTicks(int ticks)
    {
        int end = Stamps.Length + ticks;
        await Wait.Until($"{ticks} ticks", () => Stamps.Length >= end);
    }

    /// <summary>How many ticks do not bear the stamp that follows their predecessor's.</summary>
    public int Jumps() => TicksIn(Counters).Count(static tick => tick.IsJump);

    /// <summary>Rates that the counter's own growth does not explain, rates after a gap, and ticks that have none without a gap.</summary>
    public List<string> FaultsOfRates()
    {
        List<string> faults = [];
        Tick[] counters = TicksIn(Counters);
        Tick[] rates = TicksIn(Rates);
        for (int index = 1; index < Math.Min(counters.Length, rates.Length); index++)
        {
            Dictionary<string, double> now = counters[index].Values;
            Dictionary<string, double> before = counters[index - 1].Values;
            KeyValuePair<string, double>[] sent = [.. rates[index].Values.Where(static pair => IsCounter(pair.Key))];
            bool isGap = counters[index].IsJump || now[Missed] != before[Missed];
            if (isGap == (sent.Length > 0))
            {
                faults.Add($"{counters[index].Stamp}: {sent.Length} rates {(isGap ? "across a gap" : "without one")}");
            }

            double seconds = now[Uptime] - before[Uptime];
            faults.AddRange(sent
                .Where(pair => seconds > Shortest && Math.Abs((pair.Value * seconds) - now[pair.Key] + before[pair.Key]) > Tolerance * (1 + now[pair.Key] - before[pair.Key]))
                .Select(pair => FormattableString.Invariant(
                    $"{pair.Key} {pair.Value} {counters[index].Stamp}: it went from {before[pair.Key]} to {now[pair.Key]} in {seconds} s")));
        }

        return faults;
    }

    /// <summary>Ticks that did not happen and were not counted, or that happened and were.</summary>
    public List<string> FaultsOfGaps()
    {
        List<string> faults = [];
        Tick[] ticks = TicksIn(Counters);
        for (int index = 1; index < ticks.Length; index++)
        {
            double missed = ticks[index].Values[Missed] - ticks[index - 1].Values[Missed];
            double gap = ticks[index].Values[Gap];
            double apart = ticks[index].Stamp - ticks[index - 1].Stamp;

            // A clock that was set back over stamps hides time, which the monotonic clock tells.
            double expected = apart < 0 ? missed : Math.Max(missed, apart - 1);
            if (missed != expected || Math.Abs(gap - missed) > 0.5)
            {
                faults.Add(FormattableString.Invariant(
                    $"{ticks[index].Stamp}: {apart} s after the last, {missed} ticks were missed, {gap} s long"));
            }
        }

        return faults;
    }

    public void Dispose() => _folder.Dispose();

    private static bool IsCounter(string path) =>
        path.StartsWith("collector.h.cpu.", StringComparison.Ordinal) || path.EndsWith(".context_switches", StringComparison.Ordinal)
        || path.EndsWith("self.lines", StringComparison.Ordinal);

    /// <summary>The ticks of a file: what is written at once has one stamp.</summary>
    private static Tick[] TicksIn(string file)
    {
        List<Tick> ticks = [];
        foreach (Point point in Point.Read(file))
        {
            if (ticks.Count == 0 || ticks[^1].Stamp != point.Stamp)
            {
                ticks.Add(new(point.Stamp, ticks.Count > 0 && ticks[^1].Stamp + 1 != point.Stamp, []));
            }

            ticks[^1].Values.Add(point.Path, point.Value);
        }

        return [.. ticks];
    }

    private sealed record Tick(long Stamp, bool IsJump, Dictionary<string, double> Values);
}
