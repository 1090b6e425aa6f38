using System.Text;
using Collector.Sources;

namespace Collector.Counters;

/// <summary>What the lines of a file look like that are rows, as in declarations: <c>cpu{instance:integer}</c>, <c>* * {instance}</c>.</summary>
internal sealed class LinePattern
{
    private const string Name = "{instance}";
    private const string IntegerName = "{instance:integer}";

    private readonly string _text;
    private readonly LineToken[] _tokens;

    private LinePattern(string text, LineToken[] tokens)
    {
        _text = text;
        _tokens = tokens;
    }

    /// <summary>How many columns it takes.</summary>
    public int Columns => _tokens.Length;

    public bool HasInstance => Array.Exists(_tokens, static token => token.IsInstance);

    /// <summary>Null, with the reason, if the text is no pattern.</summary>
    public static LinePattern? Parse(string text, out string fault)
    {
        fault = "";
        List<LineToken> tokens = [];
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Token(word) is not LineToken token)
            {
                fault = $"'{word}' is neither a text nor *, {Name} or {IntegerName}, which may have a text before it and a character behind it";
                return null;
            }

            tokens.Add(token);
        }

        fault = tokens.Count(static token => token.IsInstance) > 1 ? $"it has more than one {Name}"
            : tokens.TrueForAll(static token => token.Literal is null && !token.IsInstance) ? $"it matches every line; add a text or {Name}"
            : "";
        return fault.Length == 0 ? new(text, [.. tokens]) : null;
    }

    /// <summary>Whether a line is a row. The reader stands behind the pattern's columns then.</summary>
    public bool Matches(scoped ref FieldReader fields, out ReadOnlySpan<byte> instance)
    {
        instance = default;
        foreach (LineToken token in _tokens)
        {
            if (!token.IsInstance)
            {
                if (!Matches(token, ref fields))
                {
                    return false;
                }
            }
            else if (!TryTake(token, ref fields, out instance))
            {
                return false;
            }
        }

        return true;
    }

    public override string ToString() => _text;

    private static bool Matches(LineToken token, scoped ref FieldReader fields) =>
        token.Literal is null ? fields.TryNext(out _) : fields.TryMatch(token.Literal);

    private static bool TryTake(LineToken token, scoped ref FieldReader fields, out ReadOnlySpan<byte> instance)
    {
        bool isThere = token.Delimiter == 0
            ? fields.TryNext(token.Literal, out instance)
            : fields.TryNextUntil(token.Literal, token.Delimiter, out instance);
        return isThere && (!token.IsInteger || FieldReader.IsInteger(instance));
    }

    private static LineToken? Token(string word)
    {
        int start = word.IndexOf('{');
        if (start < 0)
        {
            return word.Contains('}') ? null : new(word == "*" ? null : Encoding.UTF8.GetBytes(word));
        }

        int end = word.IndexOf('}') + 1;
        string placeholder = end > start ? word[start..end] : "";
        string after = word[end..];
        bool isDelimited = after is [> ' ' and < (char)127 and not ('{' or '}')] && !char.IsLetterOrDigit(after[0]);
        return placeholder is Name or IntegerName && (after.Length == 0 || isDelimited)
            ? new(Encoding.UTF8.GetBytes(word[..start]), true, isDelimited ? (byte)after[0] : (byte)0, placeholder == IntegerName)
            : null;
    }
}
