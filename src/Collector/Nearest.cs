namespace Collector;

/// <summary>Finds what somebody meant to write.</summary>
internal static class Nearest
{
    /// <summary>The known word that needs the fewest changes to become this one; null if none comes near.</summary>
    public static string? To(string text, IEnumerable<string> known)
    {
        string? nearest = null;
        int fewest = int.MaxValue;
        foreach (string word in known)
        {
            int changes = Changes(text.ToLowerInvariant(), word.ToLowerInvariant());
            int bearable = Math.Max(1, Math.Max(text.Length, word.Length) / 3);
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
