namespace Collector.EndToEnd.Tests;

/// <summary>What lies in a spool, read as a person would.</summary>
internal sealed class SpooledLines(string spool)
{
    /// <summary>The option that makes a run keep its lines there.</summary>
    public string[] Arguments => ["--spool", spool];

    public string Path => spool;

    /// <summary>The segments of all destinations, oldest first.</summary>
    public string[] Segments => Directory.Exists(spool)
        ? [.. Directory.EnumerateFiles(spool, "*.lines", SearchOption.AllDirectories).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>What segments take on the disk. They come and go while this looks.</summary>
    public long Bytes => Segments.Select(static segment => new FileInfo(segment)).Sum(static file => file.Exists ? file.Length : 0);

    /// <summary>Every whole line.</summary>
    public string[] Lines => [.. Segments.SelectMany(LinesOf)];

    private static string[] LinesOf(string segment)
    {
        try
        {
            using StreamReader reader = new(new FileStream(segment, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
            string text = reader.ReadToEnd();
            return text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (FileNotFoundException)
        {
            return [];
        }
    }
}
