namespace Collector.Filters;

/// <summary>Patterns with <c>*</c> for any characters and <c>?</c> for one.</summary>
internal static class Glob
{
    public static bool IsPattern(string text) => text.AsSpan().ContainsAny('*', '?');

    /// <summary>Whether a text is what a pattern describes, whole. Case does not matter.</summary>
    public static bool IsMatch(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        int inPattern = 0;
        int inText = 0;
        int star = -1;
        int afterStar = 0;
        while (inText < text.Length)
        {
            if (inPattern < pattern.Length && pattern[inPattern] == '*')
            {
                star = inPattern++;
                afterStar = inText;
            }
            else if (inPattern < pattern.Length && IsSame(pattern[inPattern], text[inText]))
            {
                inPattern++;
                inText++;
            }
            else if (star >= 0)
            {
                // The last star takes one character more, and what follows it is tried again.
                inPattern = star + 1;
                inText = ++afterStar;
            }
            else
            {
                return false;
            }
        }

        return pattern[inPattern..].TrimStart('*').IsEmpty;
    }

    private static bool IsSame(char pattern, char character) =>
        pattern == '?' || pattern == character || char.ToUpperInvariant(pattern) == char.ToUpperInvariant(character);
}
