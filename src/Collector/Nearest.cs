namespace Collector;

/// <summary>Finds what somebody meant to write. The generator is built with this file too.</summary>
internal static class Nearest
{
    /// <summary>A question that names the nearest of the known words, or all of them where none is near.</summary>
    /// <param name="word">What was written.</param>
    /// <param name="known">What may be written.</param>
    /// <param name="spelling">How a known word has to be written there, if not as it is.</param>
    public static string Hint(string word, IEnumerable<string> known, Func<string, string>? spelling = null)
    {
        if (To(word, known) is string nearest)
        {
            return $"did you mean '{(spelling is null ? nearest : spelling(nearest))}'?";
        }

        string all = string.Join(", ", spelling is null ? known : known.Select(spelling));
        return all.Length > 0 ? $"there are {all}" : "there are none";
    }

    /// <summary>The known word that needs the fewest changes to become this one; null if none comes near.</summary>
    public static string? To(string text, IEnumerable<string> known)
    {
        string? nearest = null;
        int fewest = int.MaxValue;
        foreach (string word in known)
        {
            int bearable = Math.Max(1, (Math.Max(text.Length, word.Length) + 1) / 3);
            if (Math.Abs(text.Length - word.Length) > bearable)
            {
                continue;
            }

            int changes = Changes(text.ToLowerInvariant(), word.ToLowerInvariant());
            if (changes <= bearable && changes < fewest)
            {
                nearest = word;
                fewest = changes;
            }
        }

        return nearest;
    }

    /// <summary>How many letters must be added, removed, replaced or swapped with their neighbour.</summary>
    private static int Changes(string from, string to)
    {
        int[,] changes = new int[from.Length + 1, to.Length + 1];
        for (int row = 0; row <= from.Length; row++)
        {
            for (int column = 0; column <= to.Length; column++)
            {
                changes[row, column] = (row, column) switch
                {
                    (0, _) => column,
                    (_, 0) => row,
                    _ => Fewest(changes, from, to, row, column),
                };
            }
        }

        return changes[from.Length, to.Length];
    }

    private static int Fewest(int[,] changes, string from, string to, int row, int column)
    {
        int replaced = changes[row - 1, column - 1] + (from[row - 1] == to[column - 1] ? 0 : 1);
        int fewest = Math.Min(replaced, Math.Min(changes[row - 1, column], changes[row, column - 1]) + 1);
        bool areSwapped = row > 1 && column > 1
            && from[row - 1] == to[column - 2] && from[row - 2] == to[column - 1];
        return areSwapped ? Math.Min(fewest, changes[row - 2, column - 2] + 1) : fewest;
    }
}
