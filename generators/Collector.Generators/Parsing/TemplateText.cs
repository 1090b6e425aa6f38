using System.Text.RegularExpressions;

namespace Collector.Generators.Parsing;

/// <summary>Divides a path's template into text and placeholders.</summary>
internal static class TemplateText
{
    private static readonly Regex s_placeholder = new(@"\{[^{}]*\}", RegexOptions.CultureInvariant);

    /// <summary>The pieces with their places; a placeholder keeps its braces.</summary>
    public static List<(string Text, int Start, bool IsPlaceholder)> Split(string text)
    {
        List<(string, int, bool)> pieces = [];
        int position = 0;
        foreach (Match match in s_placeholder.Matches(text))
        {
            if (match.Index > position)
            {
                pieces.Add((text.Substring(position, match.Index - position), position, false));
            }

            pieces.Add((match.Value, match.Index, true));
            position = match.Index + match.Length;
        }

        if (position < text.Length)
        {
            pieces.Add((text.Substring(position), position, false));
        }

        return pieces;
    }
}
