using Collector.Generators.Model;

namespace Collector.Generators.Parsing;

/// <summary>Reads the text of a row pattern: columns that are <c>*</c>, a literal, or hold <c>{instance}</c>.</summary>
internal static class PatternText
{
    private const string Name = "{instance}";
    private const string IntegerName = "{instance:integer}";

    /// <summary>Null, with the reason, if the text is no pattern.</summary>
    public static RowPattern? Read(string text, out string fault)
    {
        fault = "";
        if (text.Any(static character => character != ' ' && char.IsWhiteSpace(character)))
        {
            fault = "columns are divided by spaces, which stand for blanks of any kind";
            return null;
        }

        List<PatternToken> tokens = [];
        foreach (string word in text.Split([' '], StringSplitOptions.RemoveEmptyEntries))
        {
            PatternToken? token = ReadToken(word, out fault);
            if (token is null)
            {
                return null;
            }

            tokens.Add(token);
        }

        fault = (tokens.Count, tokens.Count(static token => token.Kind == PatternTokenKind.Instance)) switch
        {
            (0, _) => "it is empty; leave 'rows' out if the first line is the only row",
            (_, > 1) => "it has more than one {instance}",
            _ when tokens.All(static token => token.Kind == PatternTokenKind.Any) => "it matches every line; add a literal or {instance}",
            _ => "",
        };
        return fault.Length == 0 ? new(text, new([.. tokens])) : null;
    }

    private static bool IsDelimiter(char character) =>
        character is > ' ' and < (char)127 and not ('{' or '}') && !char.IsLetterOrDigit(character);

    private static PatternToken? ReadToken(string word, out string fault)
    {
        fault = "";
        if (word == "*")
        {
            return new(PatternTokenKind.Any);
        }

        int start = word.IndexOf('{');
        int end = word.IndexOf('}') + 1;
        if (start < 0 && end == 0)
        {
            return new(PatternTokenKind.Literal, word);
        }

        string placeholder = start >= 0 && end > start ? word.Substring(start, end - start) : word;
        if (placeholder is not (Name or IntegerName))
        {
            fault = $"'{placeholder}' is neither {Name} nor {IntegerName}";
            return null;
        }

        string after = word.Substring(end);
        if (after.Length > 1 || (after.Length == 1 && !IsDelimiter(after[0])))
        {
            fault = $"'{after}' follows the instance, where at most one character such as ':' can end it";
            return null;
        }

        return new(
            PatternTokenKind.Instance,
            word.Substring(0, start),
            after.Length == 1 ? after[0] : '\0',
            placeholder == IntegerName);
    }
}
