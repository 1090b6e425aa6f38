namespace Collector.Wire;

/// <summary>What a prefix may be, so that no server rejects, splits or silently loses the lines that begin with it.</summary>
internal static class PrefixRule
{
    /// <summary>So that any line fits into the smallest datagram, and stays far below the 16384 bytes that carbon bears.</summary>
    private const int MaxLength = 200;

    /// <summary>What is wrong with a prefix, or null.</summary>
    public static string? Fault(string prefix)
    {
        foreach (char character in prefix)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('.' or '_' or '-'))
            {
                return $"'{prefix}' has a character that receivers do not keep ('{Printable(character)}'); " +
                    "use letters, digits, '.', '_' and '-'";
            }
        }

        if (prefix.StartsWith('.') || prefix.Contains("..", StringComparison.Ordinal))
        {
            return $"'{prefix}' has an empty node; a dot stands behind each node, as in 'servers.windows.'";
        }

        if (prefix.Length > MaxLength)
        {
            return $"the prefix is longer than {MaxLength} characters";
        }

        return prefix.Split('.').Any(static node => node.Length > NameEscape.MaxNodeBytes)
            ? $"a node of the prefix is longer than {NameEscape.MaxNodeBytes} characters"
            : null;
    }

    private static string Printable(char character) =>
        char.IsControl(character) || char.IsWhiteSpace(character) ? $"U+{(int)character:X4}" : character.ToString();
}
