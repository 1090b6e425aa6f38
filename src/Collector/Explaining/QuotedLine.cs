using System.Text;

namespace Collector.Explaining;

/// <summary>Quotes a line of a file, with a mark below what is spoken of.</summary>
internal static class QuotedLine
{
    /// <summary>How much of a line is shown; /proc has lines of kilobytes.</summary>
    private const int MaxLength = 100;

    private const int MaxBefore = 40;

    /// <param name="line">The line; each character is a byte of the file.</param>
    /// <param name="marked">What the mark is for.</param>
    public static string[] Of(string line, Range marked)
    {
        (int offset, int length) = marked.GetOffsetAndLength(line.Length);
        int start = line.Length <= MaxLength ? 0 : Math.Max(0, offset - MaxBefore);
        int end = Math.Min(line.Length, Math.Max(start + MaxLength, offset + length));
        string before = (start > 0 ? "…" : "") + Readable(line[start..offset]);
        string after = Readable(line[(offset + length)..end]) + (end < line.Length ? "…" : "");
        string value = Readable(line.Substring(offset, length));
        return [(before + value + after).TrimEnd(), new string(' ', before.Length) + new string('^', value.Length)];
    }

    private static string Readable(string bytes) =>
        StandardError.Printable(Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(bytes)).Replace('\t', ' '));
}
