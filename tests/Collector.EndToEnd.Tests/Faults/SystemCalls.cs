using System.Diagnostics;
using System.Globalization;

namespace Collector.EndToEnd.Tests;

/// <summary>Counts what a collector asks of the kernel.</summary>
internal static class SystemCalls
{
    /// <summary>How many ticks are looked at.</summary>
    public const int Ticks = 6;

    private const int TicksToSettle = 4;

    public static string[] Writes { get; } = ["write", "writev", "pwrite64", "pwritev", "send", "sendto", "sendmsg"];

    /// <summary>The calls of some ticks of a run that is told to tick each second, by their names.</summary>
    public static async Task<Dictionary<string, int>> OfSteadyTicks(string[] arguments)
    {
        using TemporaryFolder folder = new();
        string file = folder.File("calls.txt");

        // As a grandchild, strace leaves the collector to be our child: it gets our signals.
        ProcessStartInfo start = PublishedCollector.StartInfo(
            Repository.Existing("strace", "/usr/bin/strace"),
            ["-D", "-f", "-qq", "-ttt", "-o", file, PublishedCollector.Path, .. arguments]);
        await using (ChildProcess collector = new(start))
        {
            await Task.Delay(TimeSpan.FromSeconds(Ticks + TicksToSettle + 3));
            collector.Send(Signal.Terminate);
            await collector.Exit();
        }

        return Count(await File.ReadAllLinesAsync(file));
    }

    /// <summary>Lines are <c>PID TIME NAME(...) = ...</c>. A second ends in the middle between two ticks.</summary>
    private static Dictionary<string, int> Count(string[] lines)
    {
        double from = 0.5 + TicksToSettle + (int)Time(lines[0]);
        return lines.Where(line => Time(line) >= from && Time(line) < from + Ticks)
            .Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[2].Split('(')[0])
            .Where(static name => char.IsAsciiLetter(name[0]))
            .GroupBy(static name => name)
            .ToDictionary(static call => call.Key, static call => call.Count());
    }

    private static double Time(string line) =>
        double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
}
