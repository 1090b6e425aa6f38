namespace Collector;

/// <summary>Asks about the characters of a text: of LINQ, each type of item brings its own code into the executable.</summary>
internal static class Characters
{
    public static bool Any(this string text, Predicate<char> condition)
    {
        foreach (char character in text)
        {
            if (condition(character))
            {
                return true;
            }
        }

        return false;
    }

    public static bool All(this string text, Predicate<char> condition) => !text.Any(character => !condition(character));
}
