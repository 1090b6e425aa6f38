using System.Globalization;
using Collector.Configuration;

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
    public static Retention? Parse(string text)
    {
        long bytes = Header;
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

            bytes += ArchiveHeader + (Point * (isCount ? points : length / step));
        }

        return new(text, bytes);
    }

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
