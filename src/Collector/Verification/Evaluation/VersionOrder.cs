namespace Collector.Verification;

/// <summary>The order of versions: numbers in them count as numbers, so that 10.0.9 is before 10.0.17.</summary>
internal static class VersionOrder
{
    public static int Compare(string left, string right)
    {
        int inLeft = 0;
        int inRight = 0;
        while (inLeft < left.Length && inRight < right.Length)
        {
            ReadOnlySpan<char> first = Piece(left, ref inLeft);
            ReadOnlySpan<char> second = Piece(right, ref inRight);
            bool areNumbers = char.IsAsciiDigit(first[0]) && char.IsAsciiDigit(second[0]);
            int order = areNumbers ? CompareNumbers(first.TrimStart('0'), second.TrimStart('0')) : first.CompareTo(second, StringComparison.OrdinalIgnoreCase);
            if (order != 0)
            {
                return order;
            }
        }

        return (left.Length - inLeft).CompareTo(right.Length - inRight);
    }

    /// <summary>Of numbers of any length the longer one is the larger.</summary>
    private static int CompareNumbers(ReadOnlySpan<char> left, ReadOnlySpan<char> right) =>
        left.Length != right.Length ? left.Length.CompareTo(right.Length) : left.CompareTo(right, StringComparison.Ordinal);

    /// <summary>A run of digits or of other characters.</summary>
    private static ReadOnlySpan<char> Piece(string text, ref int position)
    {
        int start = position;
        bool isNumber = char.IsAsciiDigit(text[position]);
        while (position < text.Length && char.IsAsciiDigit(text[position]) == isNumber)
        {
            position++;
        }

        return text.AsSpan(start, position - start);
    }
}
