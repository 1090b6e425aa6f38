using System.Text;

namespace Collector.Metrics;

/// <summary>Finds the names in the expressions that declarations make of fields and metrics.</summary>
internal static class ExpressionNames
{
    /// <summary>Each name once, in the order in which they stand; functions (<c>percent</c>) are none.</summary>
    public static List<string> In(string expression)
    {
        List<string> names = [];
        Replace(expression, name =>
        {
            if (!names.Contains(name))
            {
                names.Add(name);
            }

            return name;
        });
        return names;
    }

    /// <summary>The expression with something else in the place of each name.</summary>
    public static string Replace(string expression, Func<string, string> replacement)
    {
        StringBuilder text = new();
        for (int index = 0; index < expression.Length;)
        {
            int start = index;
            while (index < expression.Length && IsPart(expression[index]))
            {
                index++;
            }

            index = Math.Max(index, start + 1);
            string word = expression[start..index];
            bool isFunction = index < expression.Length && expression[index] == '(';
            text.Append(char.IsAsciiLetter(word[0]) && !isFunction ? replacement(word) : word);
        }

        return text.ToString();
    }

    /// <summary>Points belong to numbers.</summary>
    private static bool IsPart(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '.';
}
