namespace Collector.Generators.Parsing;

/// <summary>Finds what somebody probably meant.</summary>
internal static class Nearest
{
    /// <summary>A question that names the nearest of the known words, or all of them where none is near.</summary>
    public static string Hint(string word, IEnumerable<string> known)
    {
        string? nearest = Find(word, known);
        string all = string.Join(", ", known);
        return nearest is not null ? $"did you mean '{nearest}'?" : all.Length > 0 ? $"known are: {all}" : "there are none";
    }

    private static string? Find(string word, IEnumerable<string> known)
    {
        string? nearest = null;
        int least = Math.Max(2, word.Length / 3) + 1;
        foreach (string candidate in known)
        {
            int distance = Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (distance < least)
            {
                least = distance;
                nearest = candidate;
            }
        }

        return nearest;
    }

    /// <summary>How many characters have to be added, removed or changed.</summary>
    private static int Distance(string left, string right)
    {
        int[] previous = [.. Enumerable.Range(0, right.Length + 1)];
        for (int row = 1; row <= left.Length; row++)
        {
            int[] current = new int[right.Length + 1];
            current[0] = row;
            for (int column = 1; column <= right.Length; column++)
            {
                int changed = previous[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1);
                current[column] = Math.Min(changed, Math.Min(previous[column], current[column - 1]) + 1);
            }

            previous = current;
        }

        return previous[right.Length];
    }
}
