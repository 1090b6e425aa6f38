namespace Collector.Reports;

/// <summary>Breaks sentences into lines.</summary>
internal static class TextWrap
{
    /// <param name="text">Words with blanks between them.</param>
    /// <param name="width">The most characters of a line, unless a word alone is longer.</param>
    public static IEnumerable<string> Lines(string text, int width)
    {
        string line = "";
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }

            line += line.Length > 0 ? $" {word}" : word;
        }

        yield return line;
    }
}
