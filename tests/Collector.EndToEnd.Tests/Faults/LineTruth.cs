using System.Diagnostics;
using System.Text;

namespace Collector.EndToEnd.Tests;

/// <summary>What a run measured: a file that it wrote beside its other destinations.</summary>
internal sealed class LineTruth(string file)
{
    /// <summary>No line is longer.</summary>
    private const int TailBytes = 512;

    private static readonly TimeSpan s_step = TimeSpan.FromMilliseconds(300);

    /// <summary>The option that makes a run write it. It stands behind other destinations, so that they have a tick before the file has it.</summary>
    public string[] Arguments => ["--to", $"file://{file}"];

    public IReadOnlyList<Point> Points => Point.ParseAll(string.Join('\n', Lines) + "\n");

    /// <summary>All whole lines. A run that was killed may have left one without its end.</summary>
    public string[] Lines => [.. Whole(Bytes(long.MaxValue)).Where(LineAudit.IsGraphite)];

    /// <summary>The stamp of the newest tick; 0 as long as there is none.</summary>
    public long Newest => Whole(Bytes(TailBytes)) is [.., string last]
        ? long.Parse(last.AsSpan(last.LastIndexOf(' ') + 1))
        : 0;

    /// <summary>Waits until everything that was measured by now is stored, each value at its stamp.</summary>
    public Task WholeIn(CarbonCache carbon, double seconds = 30) => WholeIn(carbon, Points, seconds);

    /// <summary>Waits until all points are stored, each value at its stamp.</summary>
    /// <exception cref="TimeoutException">They are not; the message says what is missing of which ticks.</exception>
    public static async Task WholeIn(CarbonCache carbon, IReadOnlyList<Point> points, double seconds = 30)
    {
        Point[] missing = [.. points];
        int all = missing.Length;
        Stopwatch watch = Stopwatch.StartNew();
        while ((missing = Missing(carbon, missing)).Length > 0)
        {
            if (watch.Elapsed.TotalSeconds > seconds)
            {
                IEnumerable<string> ticks = missing.GroupBy(static point => point.Stamp).OrderBy(static tick => tick.Key)
                    .Select(static tick => $"{tick.Key}: {tick.Count()}, such as {tick.First().Path}");
                throw new TimeoutException(
                    $"After {seconds} s {missing.Length} of {all} points are not in carbon (seed {Soak.Seed}):\n{string.Join('\n', ticks)}");
            }

            await Task.Delay(s_step);
        }
    }

    /// <summary>
    /// A second that two processes measured, one after the other, has two values: either will do.
    /// </summary>
    private static Point[] Missing(CarbonCache carbon, Point[] points)
    {
        Point[] missing = carbon.Missing(points);
        HashSet<(string, long)> stored = [.. points.Except(missing).Select(static point => (point.Path, point.Stamp))];
        return [.. missing.Where(point => !stored.Contains((point.Path, point.Stamp)))];
    }

    private byte[] Bytes(long most)
    {
        if (!File.Exists(file))
        {
            return [];
        }

        using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        stream.Seek(-Math.Min(most, stream.Length), SeekOrigin.End);
        byte[] bytes = new byte[stream.Length - stream.Position];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static string[] Whole(byte[] bytes) =>
        Encoding.UTF8.GetString(bytes, 0, Array.LastIndexOf(bytes, (byte)'\n') + 1).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
