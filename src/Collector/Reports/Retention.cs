using System.Globalization;

namespace Collector.Reports;

/// <summary>What carbon keeps of a series, as its storage-schemas.conf says it: <c>10s:6h,1m:7d</c> or <c>60:1440</c>.</summary>
internal sealed class Retention
{
    /// <summary>The header of a whisper file: 16 bytes, and 12 for each archive.</summary>
    private const long Header = 16;

    private const long ArchiveHeader = 12;

    /// <summary>A time stamp of 4 bytes and a value of 8.</summary>
    private const long Point = 12;

    private Retention(string text, long fileBytes)
    {
        Text = text;
        FileBytes = fileBytes;
    }

    public string Text { get; }

    /// <summary>The size of one series' file; whisper makes it in full at once.</summary>
    public long FileBytes { get; }

    /// <returns>Null if the text is no retention.</returns>
    public static Retention? Parse(string text) => Parse(text, out _);

    /// <param name="text">Archives with commas between them.</param>
    /// <param name="fault">Why carbon would not take it.</param>
    public static Retention? Parse(string text, out string fault)
    {
        fault = "is no list of archives";
        long bytes = Header;
        List<(long Step, long Points)> archives = [];
        foreach (string archive in text.Split(','))
        {
            string[] parts = archive.Trim().Split(':');
            if (parts.Length != 2 || Seconds(parts[0]) is not (>= 1 and long step))
            {
                return null;
            }

            bool isCount = long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out long points);
            long length = isCount ? points * step : Seconds(parts[1]);
            if (length < step)
            {
                return null;
            }

            archives.Add((step, isCount ? points : length / step));
            bytes += ArchiveHeader + (Point * archives[^1].Points);
        }

        archives.Sort();
        for (int finer = 0; finer < archives.Count - 1; finer++)
        {
            if (Misfit(archives[finer], archives[finer + 1]) is string misfit)
            {
                fault = misfit;
                return null;
            }
        }

        return new(text, bytes);
    }

    /// <summary>Why whisper makes no file of two archives that follow each other.</summary>
    /// <remarks>https://graphite.readthedocs.io/en/latest/whisper.html</remarks>
    private static string? Misfit((long Step, long Points) finer, (long Step, long Points) coarser) =>
        coarser.Step % finer.Step != 0 || coarser.Step == finer.Step
            ? $"has points every {coarser.Step} s, which is no multiple of the {finer.Step} s of the archive before it"
        : coarser.Step * coarser.Points <= finer.Step * finer.Points
            ? $"keeps points every {coarser.Step} s no longer than those every {finer.Step} s"
        : finer.Points < coarser.Step / finer.Step
            ? $"keeps too few points every {finer.Step} s to make one every {coarser.Step} s of them"
        : null;

    /// <summary>Carbon's spans know weeks and years, which are no use to an interval.</summary>
    private static long Seconds(string text)
    {
        (string number, double factor) = text switch
        {
            [.. string weeks, 'w'] => (weeks, 7),
            [.. string years, 'y'] => (years, 365),
            _ => (text, 0),
        };
        return Duration.TryParse(factor > 0 ? $"{number}d" : text, out TimeSpan span)
            ? (long)(span.TotalSeconds * (factor > 0 ? factor : 1))
            : 0;
    }
}
